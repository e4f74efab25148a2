/** Holds the engine's promises against real servers and the real JDBC driver. */
@NullMarked
package io.github.aivenjunit.engine.postgres;

import org.jspecify.annotations.NullMarked;

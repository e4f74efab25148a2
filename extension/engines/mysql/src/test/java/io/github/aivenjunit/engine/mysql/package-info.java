/** Holds the engine's promises against real servers and the ordinary JDBC driver. */
@NullMarked
package io.github.aivenjunit.engine.mysql;

import org.jspecify.annotations.NullMarked;

/** Holds the engine's promises as far as they can be held without the program: a script stands in for it. */
@NullMarked
package io.github.aivenjunit.engine.clickhouse;

import org.jspecify.annotations.NullMarked;

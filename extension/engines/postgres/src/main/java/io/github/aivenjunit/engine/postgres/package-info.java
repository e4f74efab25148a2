/** A real PostgreSQL server behind each emulated service of type {@code pg}. */
@NullMarked
package io.github.aivenjunit.engine.postgres;

import org.jspecify.annotations.NullMarked;

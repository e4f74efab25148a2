/** Holds what native engines rely on, with programs of the system as servers. */
@NullMarked
package io.github.aivenjunit.emulator.engine;

import org.jspecify.annotations.NullMarked;

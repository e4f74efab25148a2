/** The one clock of an emulator, and how long its services take to build. */
@NullMarked
package io.github.aivenjunit.emulator.time;

import org.jspecify.annotations.NullMarked;

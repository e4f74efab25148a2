/** Sweeps against the emulator. */
@NullMarked
package io.github.aivenjunit.sweep;

import org.jspecify.annotations.NullMarked;

/** Ways in which the emulated API misbehaves, as values. */
@NullMarked
package io.github.aivenjunit.emulator.fault;

import org.jspecify.annotations.NullMarked;

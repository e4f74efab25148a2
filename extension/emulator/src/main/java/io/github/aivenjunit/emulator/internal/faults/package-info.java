/** The faults that hold at the moment, and what they make of a request. */
@NullMarked
package io.github.aivenjunit.emulator.internal.faults;

import org.jspecify.annotations.NullMarked;

/** Random sequences of requests against the emulator, with what has to hold after every one of them. */
@NullMarked
package io.github.aivenjunit.emulator.sequence;

import org.jspecify.annotations.NullMarked;

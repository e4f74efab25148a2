/** What all parts of the emulated API share: how it refuses. */
@NullMarked
package io.github.aivenjunit.emulator.internal;

import org.jspecify.annotations.NullMarked;

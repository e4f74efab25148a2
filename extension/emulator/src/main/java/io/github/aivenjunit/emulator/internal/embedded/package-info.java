/** Makes the emulator found by the code that looks for an embedded platform. */
@NullMarked
package io.github.aivenjunit.emulator.internal.embedded;

import org.jspecify.annotations.NullMarked;

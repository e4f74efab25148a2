/** Writes down what a run sees of Aiven, so that an emulator can repeat it. */
@NullMarked
package io.github.aivenjunit.recording.internal;

import org.jspecify.annotations.NullMarked;

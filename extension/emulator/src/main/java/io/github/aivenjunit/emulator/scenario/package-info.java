/** Recorded runs on Aiven, as an emulator repeats them. */
@NullMarked
package io.github.aivenjunit.emulator.scenario;

import org.jspecify.annotations.NullMarked;

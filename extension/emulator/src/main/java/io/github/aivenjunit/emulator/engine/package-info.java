/** The contract between the emulated control plane and the real servers behind it. One artifact per engine. */
@NullMarked
package io.github.aivenjunit.emulator.engine;

import org.jspecify.annotations.NullMarked;

package io.github.aivenjunit.emulator.internal.embedded;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.platform.EmbeddedPlatform;
import io.github.aivenjunit.platform.RunningPlatform;

/** The emulator with all its defaults. */
public final class EmbeddedEmulator implements EmbeddedPlatform {

    /** Called by {@link java.util.ServiceLoader}. */
    public EmbeddedEmulator() {}

    @Override
    public RunningPlatform start() {
        return AivenEmulator.start();
    }
}

package io.github.aivenjunit.emulator.internal.embedded;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.scenario.Scenario;
import io.github.aivenjunit.platform.EmbeddedPlatform;
import io.github.aivenjunit.platform.RunningPlatform;
import java.io.IOException;
import java.nio.file.Path;

/** The emulator with all its defaults. */
public final class EmbeddedEmulator implements EmbeddedPlatform {

    /** Called by {@link java.util.ServiceLoader}. */
    public EmbeddedEmulator() {}

    @Override
    public RunningPlatform start() {
        return AivenEmulator.start();
    }

    @Override
    public RunningPlatform replay(Path recording) throws IOException {
        return AivenEmulator.builder().scenario(Scenario.read(recording)).start();
    }
}

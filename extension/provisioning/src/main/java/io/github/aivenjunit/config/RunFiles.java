package io.github.aivenjunit.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs on file: to see on the emulator again what Aiven did. Immutable.
 *
 * @param record where the session writes what it sees of the API, without names and secrets. Key {@code aiven.record},
 *     variable {@code AIVEN_RECORD}; empty records nothing
 * @param replay a recording that the embedded emulator repeats. Key {@code aiven.replay}, variable {@code AIVEN_REPLAY}
 */
public record RunFiles(Optional<Path> record, Optional<Path> replay) {

    static RunFiles from(SettingReader settings) {
        Optional<Path> replay = settings.text(Setting.REPLAY).map(Path::of);
        if (replay.isPresent() && settings.text(Setting.TOKEN).isPresent()) {
            throw new InvalidConfigurationException("aiven.replay from "
                    + settings.origin(Setting.REPLAY).orElse("an unknown place")
                    + " needs the emulator, and the token from "
                    + settings.origin(Setting.TOKEN).orElse("an unknown place")
                    + " leads to Aiven. Remove one of them.");
        }
        return new RunFiles(settings.text(Setting.RECORD).map(Path::of), replay);
    }
}

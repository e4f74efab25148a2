package io.github.aivenjunit.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a session makes sure that nothing outlives it. Immutable. It matters on Aiven only: the embedded emulator ends with
 * its JVM.
 *
 * @param journal where the promises to delete are written down. Key {@code aiven.journal}, default
 *     {@code aiven-junit/journal} below {@code XDG_STATE_HOME} or {@code ~/.local/state}
 * @param watchdog whether a child process deletes what a killed JVM leaves. Key {@code aiven.watchdog}
 * @param sweep whether what earlier runs have left is deleted in the background. Key {@code aiven.sweep}, default true
 * @param leaks what follows when something is left. Key {@code aiven.leaks}
 * @param reports where the ledger and the timeline of a run are written. Key {@code aiven.reports}, default {@code target} or
 *     {@code build}, whichever is there; empty writes none
 */
public record SafetyConfig(Path journal, WatchdogMode watchdog, boolean sweep, LeakMode leaks, Optional<Path> reports) {

    static SafetyConfig from(SettingReader settings, Path state, Path working) {
        return new SafetyConfig(
                settings.text(Setting.JOURNAL)
                        .map(Path::of)
                        .orElseGet(() -> state.resolve("aiven-junit").resolve("journal")),
                settings.choice(Setting.WATCHDOG, WatchdogMode.class).orElse(WatchdogMode.ON),
                settings.flag(Setting.SWEEP).orElse(true),
                settings.choice(Setting.LEAKS, LeakMode.class).orElse(LeakMode.REPORT),
                settings.text(Setting.REPORTS).map(Path::of).or(() -> BuildDirectory.in(working)));
    }
}

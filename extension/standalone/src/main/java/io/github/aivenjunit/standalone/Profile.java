package io.github.aivenjunit.standalone;

import io.github.aivenjunit.emulator.time.BuildTimes;

/** How long services take to build. */
enum Profile {
    instant,
    realistic;

    /**
     * The times.
     *
     * @param seed of the spread of realistic times
     */
    BuildTimes buildTimes(long seed) {
        return switch (this) {
            case instant -> BuildTimes.instant();
            case realistic -> BuildTimes.realistic(seed);
        };
    }
}

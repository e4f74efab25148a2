package io.github.aivenjunit.readiness.internal;

import java.time.Duration;
import java.util.List;

/**
 * No pause before the first look, a short one before the second, and then half as long again each time.
 *
 * @param first the pause before the second look
 * @param longest the longest pause
 */
public record GrowingPacing(Duration first, Duration longest) implements Pacing {

    private static final double GROWTH = 1.5;
    private static final Duration RECHECK = Duration.ofSeconds(10);

    /** For an API that can be asked as often as one likes, and services that can be ready at once. */
    public static GrowingPacing eager(Duration longest) {
        return new GrowingPacing(Duration.ofMillis(5), longest);
    }

    @Override
    public Duration next(List<Building> waits) {
        return waits.stream()
                .map(wait -> pause(wait.looks()))
                .min(Duration::compareTo)
                .orElse(longest);
    }

    @Override
    public Duration recheck() {
        return RECHECK;
    }

    private Duration pause(int looks) {
        if (looks == 0) {
            return Duration.ZERO;
        }
        double nanos = first.toNanos() * Math.pow(GROWTH, looks - 1.0);
        return nanos < longest.toNanos() ? Duration.ofNanos((long) nanos) : longest;
    }
}

package io.github.aivenjunit.watchdog.internal;

import java.time.Duration;

/**
 * How long a session waits for its watchdog.
 *
 * @param ready for its start
 * @param answer for each answer, and for its end
 */
public record Limits(Duration ready, Duration answer) {

    /** A start takes a tenth of a second and an answer less than a millisecond; the rest is for busy machines. */
    public static Limits standard() {
        return new Limits(Duration.ofSeconds(5), Duration.ofSeconds(2));
    }
}

package io.github.aivenjunit.readiness.internal;

import java.time.Duration;

/**
 * How one repeats what did not succeed.
 *
 * @param probes connections to a service, which cost no request to the API
 * @param requests to the API
 */
public record Pollers(Poller probes, Poller requests) {

    private static final Duration LONGEST_BETWEEN_PROBES = Duration.ofMillis(500);

    /** With this longest pause between requests, and half a second between probes. */
    public static Pollers of(Duration longest) {
        return new Pollers(
                new Poller(longest.compareTo(LONGEST_BETWEEN_PROBES) < 0 ? longest : LONGEST_BETWEEN_PROBES),
                new Poller(longest));
    }
}

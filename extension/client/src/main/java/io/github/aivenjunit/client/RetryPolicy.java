package io.github.aivenjunit.client;

import java.time.Duration;

/**
 * How often and how patiently a passing failure is met.
 *
 * <p>The wait before try n+1 is drawn evenly from zero to {@code firstDelay} × 2ⁿ⁻¹, at most {@code maxDelay}, so that
 * many clients do not come back at once. A 429 is waited out longer, see {@link AivenClient}.
 *
 * @param attempts how often a request is sent at most, the first time included; at least 1
 * @param firstDelay the longest wait before the second try
 * @param maxDelay the longest wait before any try
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration maxDelay) {

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException(
                    "A retry policy with " + attempts + " attempts sends nothing. Use 1 or more.");
        }
        if (firstDelay.isNegative() || maxDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("A retry policy cannot wait from " + firstDelay + " to " + maxDelay
                    + ". Use delays that are not negative, the first no longer than the last.");
        }
    }

    /** Six attempts, waits from 500 ms to 15 s. */
    public static RetryPolicy standard() {
        return new RetryPolicy(6, Duration.ofMillis(500), Duration.ofSeconds(15));
    }

    /** Every request is sent once. A create or delete whose answer was lost is still read back. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO);
    }
}

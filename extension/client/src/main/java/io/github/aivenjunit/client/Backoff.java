package io.github.aivenjunit.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Decides whether a failure can pass, and how long to wait before the next try.
 *
 * <p>Passing are 429, 408, any 5xx, failed connections and lost answers. An unknown host gets two more tries, for DNS
 * servers that hiccup; a certificate that is not trusted gets none. One 404 passes too: the API's own lag in knowing a
 * service's first user (Aiven API: the Go client repeats it as well).
 */
record Backoff(RetryPolicy policy, DoubleSupplier chance) {

    private static final int TRIES_FOR_UNKNOWN_HOST = 3;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int MOST_DOUBLINGS = 20;

    /** A server that wants a longer break than this gets its way, but not with a caller waiting. */
    private static final Duration LONGEST_DEMAND = Duration.ofMinutes(5);

    /**
     * The wait before the next try; empty when there should be none.
     *
     * @param tries how many there were
     */
    Optional<Duration> next(AivenApiException failure, int tries) {
        if (tries >= policy.attempts() || !passing(failure, tries)) {
            return Optional.empty();
        }
        Duration drawn = drawn(tries);
        if (failure instanceof AivenApiException.RateLimited limited) {
            return limited.retryAfter()
                    .map(demanded ->
                            shorter(LONGEST_DEMAND, demanded) ? Optional.<Duration>empty() : longer(demanded, drawn))
                    .orElseGet(() -> Optional.of(withoutDemand(drawn)));
        }
        return Optional.of(drawn);
    }

    /** Full jitter: evenly from zero to the doubled delay. */
    Duration drawn(int tries) {
        Duration doubled = policy.firstDelay().multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
        Duration most = shorter(doubled, policy.maxDelay()) ? doubled : policy.maxDelay();
        return Duration.ofNanos((long) (most.toNanos() * chance.getAsDouble()));
    }

    /** The limit counts over half a minute or more (Aiven API: "try again in 28s"): a short wait would be wasted. */
    private Duration withoutDemand(Duration drawn) {
        return policy.maxDelay().plus(drawn).dividedBy(2);
    }

    private static Optional<Duration> longer(Duration one, Duration other) {
        return Optional.of(shorter(one, other) ? other : one);
    }

    private static boolean shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0;
    }

    private static boolean passing(AivenApiException failure, int tries) {
        if (failure instanceof AivenApiException.Unreachable unreachable) {
            return switch (unreachable.reach()) {
                case UNTRUSTED -> false;
                case UNKNOWN_HOST -> tries < TRIES_FOR_UNKNOWN_HOST;
                case NOT_SENT, PERHAPS_SENT -> true;
            };
        }
        return failure instanceof AivenApiException.RateLimited
                || failure instanceof AivenApiException.ServerError
                || failure.status() == REQUEST_TIMEOUT
                // Who reads a topic not ready yet waits for it, and shall see that it is not.
                || (failure instanceof AivenApiException.NotReady
                        && !failure.method().equals("GET"))
                || (failure instanceof AivenApiException.NotFound lag && lagging(lag.apiMessage()));
    }

    /** Whether the request may have done its work although it failed. */
    static boolean perhapsEffective(AivenApiException failure) {
        if (failure instanceof AivenApiException.Unreachable unreachable) {
            return unreachable.reach().perhapsEffective();
        }
        return failure instanceof AivenApiException.ServerError
                || failure instanceof AivenApiException.MalformedAnswer
                || failure.status() == REQUEST_TIMEOUT;
    }

    private static boolean lagging(String message) {
        return message.matches("User (avnadmin|root) with component main not found.*");
    }
}

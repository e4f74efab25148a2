package io.github.aivenjunit.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Keeps the requests of a token below the API's limit, so that none is refused. Thread-safe; one governor can serve many
 * clients.
 *
 * <p>In any minute it lets through a burst of a fifth of its limit and spreads the rest evenly. Who comes when the
 * budget is spent waits, in this order: what a deletion needs, creates and changes, reads. Reads leave a quarter of the
 * burst to the others. Deletes never wait: they borrow from what comes later. A wait ends when its thread is
 * interrupted or its client is closed.
 *
 * <p>It learns from every answer. A 429 holds everybody but deletes for as long as {@code Retry-After},
 * {@code X-RateLimit-Reset} or its text demand, at most five minutes, and ten seconds where they demand nothing. A limit
 * that the API names lowers this one to nine tenths of it, for an hour (Aiven API: "Rate limit 120 exceeded - try again
 * in 28s").
 *
 * <pre>{@code
 * AivenClient.builder().token(token).governor(RequestGovernor.ofThisJvm(RequestGovernor.DEFAULT_LIMIT)).build();
 * }</pre>
 */
public final class RequestGovernor {

    /** Requests a minute: the API's 120 (seen in the field), less some for consoles and other hosts. */
    public static final int DEFAULT_LIMIT = 100;

    private static final Duration PAUSE_WITHOUT_DEMAND = Duration.ofSeconds(10);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FINGERPRINT_BYTES = 8;

    private final Optional<RateBudget> budget;
    private final NavigableSet<Waiter> line = new ConcurrentSkipListSet<>();
    private final AtomicLong tickets = new AtomicLong();

    private RequestGovernor(Optional<RateBudget> budget) {
        this.budget = budget;
    }

    RequestGovernor(RateBudget budget) {
        this(Optional.of(budget));
    }

    /** Lets everything through at once. */
    static RequestGovernor none() {
        return new RequestGovernor(Optional.empty());
    }

    /**
     * A governor for the clients of this JVM that it is given to.
     *
     * @param requestsPerMinute the limit, 1 or more
     */
    public static RequestGovernor ofThisJvm(int requestsPerMinute) {
        return of(BudgetWords.ofThisJvm(), requestsPerMinute);
    }

    /**
     * A governor whose budget all JVMs of this user on this host share, for one token at one address. The budget is a
     * small file that only its owner can read. A JVM that dies, at whatever moment, holds nothing back from the others.
     * Where the file cannot be used, the budget is that of this JVM, and a warning says so once.
     *
     * @param directory for the files, made when it is missing
     * @param token tells budgets apart by a fingerprint, from which it cannot be found out
     * @param requestsPerMinute the limit, 1 or more; the same in all JVMs
     */
    public static RequestGovernor sharedIn(Path directory, URI endpoint, ApiToken token, int requestsPerMinute) {
        return of(new SharedWords(directory.resolve("requests-" + fingerprint(endpoint, token))), requestsPerMinute);
    }

    private static RequestGovernor of(BudgetWords words, int requestsPerMinute) {
        Clock clock = Clock.systemUTC();
        return new RequestGovernor(new RateBudget(
                words, requestsPerMinute, () -> ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant())));
    }

    /** Requests a minute, as given or as learned from the API; empty when there is no limit. */
    Optional<Integer> limit() {
        return budget.map(RateBudget::limit);
    }

    private record Waiter(Urgency urgency, long ticket) implements Comparable<Waiter> {

        private static final Comparator<Waiter> ORDER =
                Comparator.comparing(Waiter::urgency).thenComparingLong(Waiter::ticket);

        @Override
        public int compareTo(Waiter other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Waits until the request may go.
     *
     * @return whether the wait was given up, because the client is closed
     */
    boolean admit(Urgency urgency, Timing.Pause pause) throws InterruptedException {
        if (budget.isEmpty()) {
            return false;
        }
        Waiter waiter = new Waiter(urgency, tickets.getAndIncrement());
        line.add(waiter);
        try {
            while (true) {
                int ahead = line.headSet(waiter).size();
                Optional<Duration> wait = budget.get().take(urgency, ahead);
                if (wait.isEmpty()) {
                    return false;
                }
                if (pause.await(wait.get())) {
                    return true;
                }
            }
        } finally {
            line.remove(waiter);
        }
    }

    /** Takes in what an answer says about the limit. */
    void heard(int status, RateSigns signs, String text) {
        budget.ifPresent(ours -> {
            signs.limit().or(() -> RateSigns.limitIn(text)).ifPresent(ours::announced);
            if (status == TOO_MANY_REQUESTS) {
                ours.pause(signs.demandedWait().or(() -> RateSigns.waitIn(text)).orElse(PAUSE_WITHOUT_DEMAND));
            } else if (signs.exhausted()) {
                signs.untilReset().ifPresent(ours::pause);
            }
        });
    }

    private static String fingerprint(URI endpoint, ApiToken token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((endpoint + "\n" + token.reveal()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256. Use a complete one.", e);
        }
    }
}

package io.github.aivenjunit.watchdog.internal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Holds every request back for as long as the API has asked one of them to wait. Thread-safe. */
final class Gate {

    /** A wrong clock or header must not use up the watchdog's life. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final AtomicLong opensNanos = new AtomicLong(System.nanoTime());

    /**
     * Closes for the time that a {@code Retry-After} header asks for: seconds, or a date (RFC 9110, 10.2.3).
     *
     * @param retryAfter the header; without one, or with one that cannot be read, the gate stays as it is
     */
    void close(@Nullable String retryAfter, Clock clock) {
        wait(retryAfter, clock).ifPresent(wait -> {
            Duration bounded = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
            long opens = System.nanoTime() + bounded.toNanos();
            opensNanos.accumulateAndGet(opens, (before, now) -> now - before > 0 ? now : before);
        });
    }

    void pass() throws InterruptedException {
        for (long left = left(); left > 0; left = left()) {
            pause(Duration.ofNanos(left));
        }
    }

    /** Waits on something that never happens: there is nothing to be woken by. */
    static void pause(Duration time) throws InterruptedException {
        boolean ignored = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private long left() {
        return opensNanos.get() - System.nanoTime();
    }

    private static Optional<Duration> wait(@Nullable String retryAfter, Clock clock) {
        if (retryAfter == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter.strip())));
        } catch (NumberFormatException notSeconds) {
            return date(retryAfter.strip(), clock);
        }
    }

    private static Optional<Duration> date(String text, Clock clock) {
        try {
            return Optional.of(Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}

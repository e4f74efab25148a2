package io.github.aivenjunit.readiness.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.awaitility.pollinterval.PollInterval;

/**
 * Repeats an attempt until it yields a value. Immutable, thread-safe.
 *
 * <p>Every option of Awaitility is set on each call: its defaults are process-wide and the user's tests may change
 * them, it waits in a thread of its own unless told otherwise, and it looks at interrupts only through
 * {@code failFast}.
 *
 * @param longest the longest pause between two attempts; the first pauses are short, because an instant service should
 *     not cost a whole interval
 */
public record Poller(Duration longest) {

    private static final Duration SHORTEST = Duration.ofMillis(5);

    /**
     * Attempts until the callable yields a value.
     *
     * @return the value, or empty when the time ran out
     * @throws InterruptedException if this thread was interrupted between two attempts
     */
    public <T> Optional<T> until(Duration atMost, Callable<Optional<T>> attempt) throws InterruptedException {
        List<T> found = new ArrayList<>();
        try {
            Awaitility.with()
                    .pollInSameThread()
                    .dontCatchUncaughtExceptions()
                    .ignoreNoExceptions()
                    .conditionEvaluationListener(evaluated -> {})
                    .pollDelay(Duration.ZERO)
                    .pollInterval(growing())
                    .atMost(atMost.toNanos(), TimeUnit.NANOSECONDS)
                    .failFast("interrupted", () -> Thread.currentThread().isInterrupted())
                    .until(() -> {
                        attempt.call().ifPresent(found::add);
                        return !found.isEmpty();
                    });
        } catch (ConditionTimeoutException e) {
            return found.stream().findFirst();
        } catch (TerminalFailureException e) {
            Thread.interrupted();
            throw new InterruptedException("Interrupted while waiting.");
        }
        return found.stream().findFirst();
    }

    /** Half as long again each time, up to the longest. */
    PollInterval growing() {
        return (pollCount, previous) -> {
            Duration next = previous.compareTo(SHORTEST) < 0
                    ? SHORTEST
                    : previous.multipliedBy(3).dividedBy(2);
            return next.compareTo(longest) < 0 ? next : longest;
        };
    }
}

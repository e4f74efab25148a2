package io.github.aivenjunit.watchdog.internal;

import io.github.aivenjunit.deletion.internal.Rounds;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Tries again after pauses that double.
 *
 * @param first the first pause
 * @param longest no pause is longer
 */
record GrowingPauses(Duration first, Duration longest) implements Rounds {

    @Override
    public <T> Optional<T> until(Duration atMost, Callable<Optional<T>> attempt) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        Duration pause = first;
        while (true) {
            Optional<T> value = attempt(attempt);
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (value.isPresent() || left.isNegative() || left.isZero()) {
                return value;
            }
            Gate.pause(shorter(pause, left));
            pause = shorter(pause.multipliedBy(2), longest);
        }
    }

    private static <T> Optional<T> attempt(Callable<Optional<T>> attempt) throws InterruptedException {
        try {
            return attempt.call();
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("An attempt failed for another reason than the API. See the cause.", e);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

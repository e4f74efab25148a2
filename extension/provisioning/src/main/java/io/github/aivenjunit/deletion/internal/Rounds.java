package io.github.aivenjunit.deletion.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Repeats an attempt, with pauses, until it yields a value. */
@FunctionalInterface
public interface Rounds {

    /**
     * Attempts until the callable yields a value.
     *
     * @return the value, or empty when the time ran out
     * @throws InterruptedException if this thread was interrupted between two attempts
     */
    <T> Optional<T> until(Duration atMost, Callable<Optional<T>> attempt) throws InterruptedException;
}

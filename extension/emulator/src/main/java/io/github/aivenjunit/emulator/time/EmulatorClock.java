package io.github.aivenjunit.emulator.time;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * The time of an emulator. What is due is carried out before the next request is answered, in the order in which it
 * fell due. Thread-safe.
 */
public sealed interface EmulatorClock permits EmulatorClock.Manual, RunningClock {

    /** The system's time. */
    static EmulatorClock real() {
        return new RunningClock(1);
    }

    /**
     * Begins at the system's time and runs faster or slower.
     *
     * @param factor emulated seconds per second, more than 0
     */
    static EmulatorClock scaled(double factor) {
        return new RunningClock(factor);
    }

    /** Begins at the system's time and stands still until it is moved. */
    static Manual manual() {
        return manual(Instant.now());
    }

    /** Stands still at the given time until it is moved. */
    static Manual manual(Instant start) {
        return new Manual(start);
    }

    Instant now();

    /** Moves the time forward to this one, unless it is there already. */
    void advanceTo(Instant time);

    /** A clock that only tests move. */
    final class Manual implements EmulatorClock {

        private Instant now;

        private Manual(Instant start) {
            now = requireNonNull(start, "start");
        }

        @Override
        public synchronized Instant now() {
            return now;
        }

        @Override
        public synchronized void advanceTo(Instant time) {
            now = time.isAfter(now) ? time : now;
        }

        /** Moves the time forward. */
        public synchronized void advance(Duration by) {
            if (by.isNegative()) {
                throw new IllegalArgumentException(
                        "The clock cannot go back by " + by.negated() + ". Advance it by zero or more.");
            }
            now = now.plus(by);
        }
    }
}

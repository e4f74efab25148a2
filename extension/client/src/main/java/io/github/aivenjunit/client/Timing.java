package io.github.aivenjunit.client;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Everything that has to do with time and chance, so that tests can play both.
 *
 * @param clock tells the date, to which a server's wait can refer
 * @param nanos measures, unmoved by changes of the date
 * @param pause waits between tries
 * @param chance a number from 0 to below 1
 */
record Timing(Clock clock, LongSupplier nanos, Pause pause, DoubleSupplier chance) {

    /** Real time, whose pauses end at once when the latch opens. */
    static Timing real(CountDownLatch closed) {
        return new Timing(
                Clock.systemUTC(),
                System::nanoTime,
                delay -> closed.await(delay.toNanos(), TimeUnit.NANOSECONDS),
                () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Waits. */
    @FunctionalInterface
    interface Pause {
        /** Returns whether there is no point in going on. */
        boolean await(Duration delay) throws InterruptedException;
    }
}

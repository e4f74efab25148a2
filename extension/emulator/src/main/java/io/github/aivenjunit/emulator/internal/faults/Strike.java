package io.github.aivenjunit.emulator.internal.faults;

import io.github.aivenjunit.emulator.fault.Fault;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A fault that strikes a request.
 *
 * @param removed counted down when the fault is cleared
 */
public record Strike(Fault.Targeted fault, CountDownLatch removed) {

    /** Waits for the time, or until the fault is cleared. */
    public void stall(Duration duration) throws InterruptedException {
        removed.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}

package io.github.aivenjunit.emulator.internal.faults;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Target;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault with the number of requests it was aimed at so far. */
final class Injected {

    final Fault fault;
    final CountDownLatch removed = new CountDownLatch(1);
    private final AtomicInteger hits = new AtomicInteger();

    Injected(Fault fault) {
        this.fault = fault;
    }

    boolean strikes(Fault.Targeted targeted, Aim request) {
        Target target = targeted.target();
        if (!request.fits(target)) {
            return false;
        }
        int hit = hits.incrementAndGet();
        return hit >= target.first() && hit - target.first() < target.times();
    }
}

package io.github.aivenjunit.emulator.internal.faults;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Target;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/** A fault with the number of requests it was aimed at and of those it struck so far. */
final class Injected {

    final Fault fault;
    final CountDownLatch removed = new CountDownLatch(1);
    private final Instant start;
    private int hits;
    private int strikes;

    Injected(Fault fault, Instant start) {
        this.fault = fault;
        this.start = start;
    }

    synchronized boolean strikes(Fault.Targeted targeted, Aim request, Instant now) {
        Target target = targeted.target();
        if (!request.fits(target) || !holds(target, now)) {
            return false;
        }
        hits++;
        if (hits < target.first() || strikes >= target.times() || !drawn(target)) {
            return false;
        }
        strikes++;
        return true;
    }

    private boolean holds(Target target, Instant now) {
        Instant begin = start.plus(target.from());
        return !now.isBefore(begin)
                && target.lasting().map(time -> now.isBefore(begin.plus(time))).orElse(true);
    }

    /** Every hit has a draw of its own, so that it does not matter how many hits came before the first. */
    private boolean drawn(Target target) {
        return target.probability() >= 1
                || new SplittableRandom(target.seed() * 31 + hits).nextDouble() < target.probability();
    }
}

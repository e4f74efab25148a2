package io.github.aivenjunit.emulator.time;

import java.time.Duration;
import java.time.Instant;

/** Time that passes by itself, at a constant rate and never backwards. */
final class RunningClock implements EmulatorClock {

    private volatile Instant startInstant = Instant.now();
    private final long startNanos = System.nanoTime();
    private final double factor;

    RunningClock(double factor) {
        if (!(factor > 0) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException(
                    "A clock cannot run " + factor + " times as fast. Choose a finite factor above 0.");
        }
        this.factor = factor;
    }

    @Override
    public Instant now() {
        return startInstant.plusNanos((long) ((System.nanoTime() - startNanos) * factor));
    }

    @Override
    public synchronized void advanceTo(Instant time) {
        Duration ahead = Duration.between(now(), time);
        if (!ahead.isNegative()) {
            startInstant = startInstant.plus(ahead);
        }
    }
}

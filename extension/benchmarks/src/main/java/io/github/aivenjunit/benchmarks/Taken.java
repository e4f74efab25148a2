package io.github.aivenjunit.benchmarks;

import java.time.Duration;
import java.util.Optional;

/**
 * What something took. A difference of two can be negative.
 *
 * @param time by the clock on the wall
 * @param cpu processor time of the whole JVM, its compiler included and other processes excluded; where the machine is
 *     busy it says more than the clock. In steps of 10 ms, so only a mean of many is exact
 */
record Taken(Duration time, Optional<Duration> cpu) {

    static Taken only(Duration time) {
        return new Taken(time, Optional.empty());
    }

    Taken minus(Taken other) {
        return new Taken(time.minus(other.time), cpu.flatMap(mine -> other.cpu.map(mine::minus)));
    }

    Taken dividedBy(int parts) {
        return new Taken(time.dividedBy(parts), cpu.map(mine -> mine.dividedBy(parts)));
    }
}

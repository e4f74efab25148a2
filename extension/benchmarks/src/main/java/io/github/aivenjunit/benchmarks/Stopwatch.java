package io.github.aivenjunit.benchmarks;

import java.time.Duration;
import java.util.Optional;

/** Runs from its creation on. */
final class Stopwatch {

    private final Optional<Duration> startedCpu = cpu();
    private final long startedNanos = System.nanoTime();

    Taken taken() {
        Duration time = Duration.ofNanos(System.nanoTime() - startedNanos);
        Optional<Duration> now = cpu();
        return new Taken(time, now.flatMap(end -> startedCpu.map(end::minus)));
    }

    private static Optional<Duration> cpu() {
        return ProcessHandle.current().info().totalCpuDuration();
    }
}

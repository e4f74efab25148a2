package io.github.aivenjunit.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Repetitions of one measurement.
 *
 * @param samples in the order of measurement, at least one
 */
record Figure(List<Taken> samples) {

    Figure {
        samples = List.copyOf(samples);
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured. Look at the log of the forked JVMs.");
        }
    }

    int runs() {
        return samples.size();
    }

    Duration median() {
        return quantile(0.5);
    }

    Duration min() {
        return quantile(0);
    }

    Duration max() {
        return quantile(1);
    }

    /** The time below which that share of all samples lies, between two of them in proportion. */
    Duration quantile(double share) {
        List<Duration> sorted = samples.stream().map(Taken::time).sorted().toList();
        double position = share * (sorted.size() - 1);
        long low = sorted.get((int) Math.floor(position)).toNanos();
        long high = sorted.get((int) Math.ceil(position)).toNanos();
        return Duration.ofNanos(Math.round(low + (high - low) * (position - Math.floor(position))));
    }

    /** Mean of the processor time; empty where it was not measured. */
    Optional<Duration> cpu() {
        List<Duration> known =
                samples.stream().flatMap(taken -> taken.cpu().stream()).toList();
        return known.size() < runs()
                ? Optional.empty()
                : Optional.of(
                        known.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(runs()));
    }

    /** What this takes more than the baseline, in pairs that were measured next to each other. */
    Figure minus(Figure baseline) {
        return new Figure(IntStream.range(0, Math.min(runs(), baseline.runs()))
                .mapToObj(i -> samples.get(i).minus(baseline.samples.get(i)))
                .toList());
    }

    Figure dividedBy(int parts) {
        return new Figure(samples.stream().map(taken -> taken.dividedBy(parts)).toList());
    }

    /** This median in units of the other. */
    double ratioTo(Figure other) {
        return (double) median().toNanos() / other.median().toNanos();
    }
}

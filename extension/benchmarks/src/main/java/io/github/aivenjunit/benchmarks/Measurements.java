package io.github.aivenjunit.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The samples of one or more forked JVMs, by name. Not thread-safe. */
final class Measurements {

    private static final String SINCE_FORK = " since fork";

    private final Map<String, List<Taken>> samples = new LinkedHashMap<>();
    private final Map<String, List<Long>> sizes = new LinkedHashMap<>();
    private final Map<String, Double> amounts = new LinkedHashMap<>();

    void add(Sample sample, Duration sinceFork) {
        list(sample.name()).add(sample.taken());
        list(sample.name() + SINCE_FORK).add(Taken.only(sinceFork));
    }

    void add(SizeSample sample) {
        sizeList(sample.name()).add(sample.bytes());
    }

    void add(AmountSample sample) {
        amounts.merge(sample.name(), sample.value(), Double::sum);
    }

    void addAll(Measurements others) {
        others.samples.forEach((name, taken) -> list(name).addAll(taken));
        others.sizes.forEach((name, bytes) -> sizeList(name).addAll(bytes));
        others.amounts.forEach((name, value) -> amounts.merge(name, value, Double::sum));
    }

    boolean has(String name) {
        return samples.containsKey(name);
    }

    Figure figure(String name) {
        return new Figure(samples.getOrDefault(name, List.of()));
    }

    /** From the start of the JVM's process to the end of what was measured. */
    Figure sinceFork(String name) {
        return figure(name + SINCE_FORK);
    }

    boolean hasSize(String name) {
        return sizes.containsKey(name);
    }

    /** What was sent under that name, as a line with a text of its own. */
    Size size(String what, String name) {
        return new Size(what, sizes.getOrDefault(name, List.of()));
    }

    /** The sum over all JVMs. */
    double amount(String name) {
        Double value = amounts.get(name);
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' was not counted. Look at the log of the forked JVMs.");
        }
        return value;
    }

    private List<Taken> list(String name) {
        return samples.computeIfAbsent(name, unknown -> new ArrayList<>());
    }

    private List<Long> sizeList(String name) {
        return sizes.computeIfAbsent(name, unknown -> new ArrayList<>());
    }
}

package io.github.aivenjunit.benchmarks;

import java.util.List;

/**
 * A line of the report about room instead of time.
 *
 * @param what takes it
 * @param bytes repetitions of one measurement, at least one
 */
record Size(String what, List<Long> bytes) {

    Size {
        bytes = List.copyOf(bytes);
        if (bytes.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured. Look at the log of the forked JVMs.");
        }
    }

    long median() {
        List<Long> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    long min() {
        return sorted().get(0);
    }

    long max() {
        return sorted().get(bytes.size() - 1);
    }

    private List<Long> sorted() {
        return bytes.stream().sorted().toList();
    }
}

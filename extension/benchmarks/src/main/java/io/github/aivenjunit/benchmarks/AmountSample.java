package io.github.aivenjunit.benchmarks;

import java.util.List;
import java.util.Optional;

/**
 * Something counted, on its way from a forked JVM to the one that reports.
 *
 * @param name what was counted
 */
record AmountSample(String name, double value) {

    private static final String MARK = "amount\t";
    private static final String SEPARATOR = "\t";

    /** Sends to the JVM that forked this one. */
    static void send(String name, double value) {
        Console.line(MARK + name + SEPARATOR + value);
    }

    /** Reads what {@link #send} wrote; empty for any other line. */
    static Optional<AmountSample> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        List<String> parts = List.of(line.substring(MARK.length()).split(SEPARATOR));
        return Optional.of(new AmountSample(parts.get(0), Double.parseDouble(parts.get(1))));
    }
}

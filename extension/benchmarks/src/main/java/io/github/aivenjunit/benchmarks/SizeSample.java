package io.github.aivenjunit.benchmarks;

import java.util.List;
import java.util.Optional;

/**
 * One measurement of room, on its way from a forked JVM to the one that reports.
 *
 * @param name what takes it
 */
record SizeSample(String name, long bytes) {

    private static final String MARK = "size\t";
    private static final String SEPARATOR = "\t";

    /** Sends to the JVM that forked this one. */
    static void send(String name, long bytes) {
        Console.line(MARK + name + SEPARATOR + bytes);
    }

    /** Reads what {@link #send} wrote; empty for any other line. */
    static Optional<SizeSample> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        List<String> parts = List.of(line.substring(MARK.length()).split(SEPARATOR));
        return Optional.of(new SizeSample(parts.get(0), Long.parseLong(parts.get(1))));
    }
}

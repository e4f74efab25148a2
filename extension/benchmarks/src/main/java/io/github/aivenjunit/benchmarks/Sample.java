package io.github.aivenjunit.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One measurement, on its way from a forked JVM to the one that reports.
 *
 * @param name what was measured
 */
record Sample(String name, Taken taken) {

    private static final String MARK = "sample\t";
    private static final String SEPARATOR = "\t";
    private static final String UNKNOWN = "unknown";

    /** Sends to the JVM that forked this one. */
    static void send(String name, Taken taken) {
        String cpu = taken.cpu().map(Duration::toNanos).map(String::valueOf).orElse(UNKNOWN);
        Console.line(
                MARK + String.join(SEPARATOR, name, Long.toString(taken.time().toNanos()), cpu));
    }

    /** Reads what {@link #send} wrote; empty for any other line. */
    static Optional<Sample> parse(String line) {
        if (!line.startsWith(MARK)) {
            return Optional.empty();
        }
        List<String> parts = List.of(line.substring(MARK.length()).split(SEPARATOR));
        Optional<Duration> cpu =
                Optional.of(parts.get(2)).filter(text -> !text.equals(UNKNOWN)).map(Sample::nanos);
        return Optional.of(new Sample(parts.get(0), new Taken(nanos(parts.get(1)), cpu)));
    }

    private static Duration nanos(String text) {
        return Duration.ofNanos(Long.parseLong(text));
    }
}

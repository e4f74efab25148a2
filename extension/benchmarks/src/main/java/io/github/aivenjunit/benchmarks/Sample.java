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

    private static final String MARK = "sample";
    private static final String SEPARATOR = ":";

    /** Sends to the JVM that forked this one. */
    static void send(String name, Taken taken) {
        String cpu = taken.cpu().map(Duration::toNanos).map(String::valueOf).orElse("unknown");
        Console.line(
                String.join(SEPARATOR, MARK, name, Long.toString(taken.time().toNanos()), cpu));
    }

    /** Reads what {@link #send} wrote; empty for any other line. */
    static Optional<Sample> parse(String line) {
        List<String> parts = List.of(line.split(SEPARATOR, -1));
        if (parts.size() != 4 || !parts.get(0).equals(MARK)) {
            return Optional.empty();
        }
        Optional<Duration> cpu = Optional.of(parts.get(3))
                .filter(text -> !text.equals("unknown"))
                .map(Sample::nanos);
        return Optional.of(new Sample(parts.get(1), new Taken(nanos(parts.get(2)), cpu)));
    }

    private static Duration nanos(String text) {
        return Duration.ofNanos(Long.parseLong(text));
    }
}

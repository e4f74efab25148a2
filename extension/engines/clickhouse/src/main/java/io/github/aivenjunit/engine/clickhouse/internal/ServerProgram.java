package io.github.aivenjunit.engine.clickhouse.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server program that runs on this machine.
 *
 * @param version its full version, for example {@code 24.8.4.13}
 * @param command the program, with the word that makes a server of it where it needs one
 */
public record ServerProgram(String version, List<String> command) {

    private static final Pattern VERSION =
            Pattern.compile("ClickHouse server version (\\d{1,4}\\.\\d{1,4}(?:\\.\\d{1,9})*)\\b.*");

    /** How a program of that name is told to be a server. */
    static List<String> commandOf(Path file) {
        return file.endsWith("clickhouse") ? List.of(file.toString(), "server") : List.of(file.toString());
    }

    /** Recognizes a program by the output of its option {@code --version}. */
    static Optional<ServerProgram> recognize(List<String> command, String output) {
        return output.lines()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(line -> new ServerProgram(line.group(1), command))
                .findFirst();
    }

    /** Whether it is of that release or a later one. */
    boolean isSince(int year, int number) {
        List<Integer> parts = Stream.of(version.split("\\.", 3))
                .limit(2)
                .map(Integer::valueOf)
                .toList();
        return parts.get(0) > year || (parts.get(0) == year && parts.get(1) >= number);
    }

    /** For people, for example {@code ClickHouse 24.8.4.13}. */
    @Override
    public String toString() {
        return "ClickHouse " + version;
    }
}

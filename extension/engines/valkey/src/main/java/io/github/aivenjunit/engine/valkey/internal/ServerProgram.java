package io.github.aivenjunit.engine.valkey.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server program that runs on this machine.
 *
 * @param product {@code Valkey} or {@code Redis}, by its own word: distributions install one under the other's name
 * @param version its full version, for example {@code 8.1.3}
 * @param file the program
 * @param bundled whether it came with this artifact
 */
public record ServerProgram(String product, String version, Path file, boolean bundled) {

    private static final Pattern VERSION_LINE = Pattern.compile("(Redis|Valkey) server v=((\\d{1,4})\\.\\S+) .*");

    /** Recognizes a program by the output of its option {@code --version}. */
    static Optional<ServerProgram> recognize(Path file, String output, boolean bundled) {
        return output.lines()
                .map(VERSION_LINE::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(line -> new ServerProgram(line.group(1), line.group(2), file, bundled));
    }

    int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** For people, for example {@code Redis 6.2.11 (bundled)}. */
    @Override
    public String toString() {
        return product + " " + version + (bundled ? " (bundled)" : "");
    }
}

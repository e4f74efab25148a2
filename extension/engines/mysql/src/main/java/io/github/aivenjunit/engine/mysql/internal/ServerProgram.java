package io.github.aivenjunit.engine.mysql.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server program that runs on this machine.
 *
 * @param version its version without what a distribution added, for example {@code 8.4.3}
 * @param file the program
 * @param key tells this program from every other one, also from another of the same version
 * @param home the directory with MariaDB's {@code share}; empty for MySQL, which finds its files by itself
 */
public record ServerProgram(String version, Path file, String key, Optional<Path> home) {

    private static final Pattern VERSION = Pattern.compile(".*\\bVer (\\d{1,4}\\.\\d{1,4}\\.\\d{1,4})\\b.*");
    private static final String MARIADB = "MariaDB";

    /** MySQL's version in the output of its option {@code --version}; empty for anything else. */
    static Optional<String> mySqlVersion(String output) {
        return output.contains(MARIADB) ? Optional.empty() : version(output);
    }

    /** MariaDB's version in the output of its option {@code --version}; empty for anything else. */
    static Optional<String> mariaDbVersion(String output) {
        return output.contains(MARIADB) ? version(output) : Optional.empty();
    }

    /** Whether this is MariaDB in place of MySQL. */
    public boolean isStandIn() {
        return home.isPresent();
    }

    /** For people, for example {@code MySQL 8.4.3}. */
    @Override
    public String toString() {
        return isStandIn() ? "MariaDB " + version + " (bundled, in place of MySQL)" : "MySQL " + version;
    }

    private static Optional<String> version(String output) {
        return output.lines()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .findFirst();
    }
}

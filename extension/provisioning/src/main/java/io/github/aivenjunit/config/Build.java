package io.github.aivenjunit.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the build tool that has forked a JVM for tests. */
final class Build {

    /** Maven Surefire and Failsafe set the first in each fork, Gradle the second. */
    private static final List<String> MARKS = List.of("surefire.test.class.path", "org.gradle.test.worker");

    private static final Pattern JAVA = Pattern.compile("(?:.*[/\\\\])?javaw?(?:\\.exe)?");

    private Build() {}

    /**
     * The build of a process, which all its forks have in common: process number and start of the tool. Surefire forks
     * through a shell, so it is the nearest Java program above. Empty for what is not known as a fork, because programs
     * that an IDE starts side by side have a parent in common too.
     */
    static Optional<String> of(Properties properties, ProcessHandle process) {
        boolean forked = MARKS.stream().anyMatch(properties::containsKey);
        return forked ? ancestors(process).filter(Build::isJava).findFirst().map(Build::describe) : Optional.empty();
    }

    private static Stream<ProcessHandle> ancestors(ProcessHandle process) {
        return Stream.iterate(process.parent(), Optional::isPresent, parent -> parent.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream);
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command ->
                        JAVA.matcher(command.toLowerCase(Locale.ROOT)).matches())
                .isPresent();
    }

    private static String describe(ProcessHandle process) {
        return process.pid()
                + "-"
                + process.info()
                        .startInstant()
                        .map(start -> start.toEpochMilli())
                        .orElse(0L);
    }
}

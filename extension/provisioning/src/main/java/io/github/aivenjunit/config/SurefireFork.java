package io.github.aivenjunit.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Surefire, or Failsafe, tells a fork of its module, in the file that it starts the fork with (Surefire 3.6.1:
 * directory, dump file, provider properties and system properties are the last arguments). Of a fork of which this cannot
 * be read nothing is known. Stateless.
 */
final class SurefireFork {

    private static final Logger logger = LoggerFactory.getLogger(SurefireFork.class);

    /** The last three arguments, which are names without a space. */
    private static final int FILES = 3;

    private static final Pattern CLASS = Pattern.compile("tc\\.([0-9]{1,6})");

    /** Whoever sets one of these runs a part of the build, which may be a part of a class too. */
    private static final List<String> FILTERS = List.of("requestedTest", "groups", "excludegroups");

    /** The same as properties of the fork. */
    private static final List<String> FILTERS_OF_THE_USER =
            List.of("test", "it.test", "groups", "excludedGroups", "surefire.includes", "surefire.excludes");

    private SurefireFork() {}

    /**
     * The classes that this fork shares with others. Empty where it knows all of its own, is made for a single class, or
     * where the user has asked for a part of the tests.
     */
    static Optional<ClassQueue> queue(Properties system) {
        return Optional.ofNullable(system.getProperty("sun.java.command"))
                .flatMap(SurefireFork::properties)
                .filter(SurefireFork::hasQueue)
                .filter(fork -> !isSet(fork, FILTERS) && !isSet(system, FILTERS_OF_THE_USER))
                .map(fork -> new ClassQueue(fork.getProperty("testClassesDirectory", ""), classes(fork)));
    }

    private static Optional<Properties> properties(String command) {
        List<String> words = List.of(command.split(" ", -1));
        int last = words.size() - FILES;
        // The directory may have spaces, and what comes before it too.
        return IntStream.range(0, Math.max(0, last))
                .mapToObj(first -> String.join(" ", words.subList(first, last)))
                .flatMap(directory -> file(directory, words.get(last + 1)))
                .findFirst()
                .flatMap(SurefireFork::read);
    }

    private static Stream<Path> file(String directory, String name) {
        try {
            return Stream.of(Path.of(directory).resolve(name)).filter(file -> Files.isRegularFile(file));
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    private static Optional<Properties> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            properties.load(reader);
            return Optional.of(properties).filter(found -> found.containsKey("providerConfiguration"));
        } catch (IOException | IllegalArgumentException e) {
            logger.debug("What Surefire says of the build cannot be read", e);
            return Optional.empty();
        }
    }

    private static boolean hasQueue(Properties fork) {
        return Boolean.parseBoolean(fork.getProperty("preferTestsFromInStream"));
    }

    private static boolean isSet(Properties where, List<String> keys) {
        return keys.stream().anyMatch(key -> !where.getProperty(key, "").isBlank());
    }

    /** All that the build runs, includes and excludes considered. */
    private static List<String> classes(Properties fork) {
        Map<Integer, String> ordered = new TreeMap<>();
        for (String key : fork.stringPropertyNames()) {
            Matcher matcher = CLASS.matcher(key);
            if (matcher.matches()) {
                ordered.put(Integer.valueOf(matcher.group(1)), fork.getProperty(key));
            }
        }
        return ordered.values().stream().distinct().toList();
    }
}

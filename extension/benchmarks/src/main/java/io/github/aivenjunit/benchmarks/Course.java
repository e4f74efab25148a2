package io.github.aivenjunit.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run of generated classes.
 *
 * @param first the number of the first class
 * @param classes how many
 * @param perPlan how many of them a plan has
 * @param parameters of the plans
 */
record Course(int first, int classes, int perPlan, Map<String, String> parameters) {

    private static final String SEPARATOR = ";";

    /** All in one plan, with the defaults. */
    static Course of(int classes) {
        return new Course(0, classes, classes, Map.of());
    }

    Course with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(key, value);
        return new Course(first, classes, perPlan, more);
    }

    Course withoutLookAhead() {
        return with("aiven.lookahead", "off");
    }

    /** JUnit makes no more threads for those that wait. */
    Course sideBySide(int threads) {
        return with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", Integer.toString(threads))
                .with("junit.jupiter.execution.parallel.config.fixed.max-pool-size", Integer.toString(threads));
    }

    /** One of several JVMs that each get one class at a time. */
    Course fork(int number, int forks) {
        int part = classes / forks;
        return new Course(number * part, part, 1, parameters);
    }

    /** For the command line of a forked JVM. */
    String text() {
        String more = parameters.entrySet().stream()
                .map(entry -> SEPARATOR + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining());
        return first + SEPARATOR + classes + SEPARATOR + perPlan + more;
    }

    /** Reads what {@link #text} wrote. */
    static Course parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        Course course = new Course(
                Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), Map.of());
        for (int i = 3; i < parts.length; i++) {
            String[] sides = parts[i].split("=", 2);
            course = course.with(sides[0], sides[1]);
        }
        return course;
    }
}

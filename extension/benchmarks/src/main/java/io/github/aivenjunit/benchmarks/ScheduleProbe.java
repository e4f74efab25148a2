package io.github.aivenjunit.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs courses of classes with a service each, from the opening of the launcher's session until it is closed. */
final class ScheduleProbe {

    private static final GeneratedClasses CLASSES = new GeneratedClasses(ServiceCase.class);

    private ScheduleProbe() {}

    /**
     * Measures.
     *
     * @param arguments the user's file, the directory of the journals, courses, of which the first only warms up; then
     *     perhaps the {@link ForkWords}
     */
    public static void main(String[] arguments) throws ClassNotFoundException {
        for (int i = 2; i < arguments.length && !arguments[i].equals(ForkWords.BEHIND); i++) {
            Course course = Course.parse(arguments[i]);
            Map<String, String> parameters = new LinkedHashMap<>(course.parameters());
            parameters.put("aiven.configFile", arguments[0]);
            parameters.put("aiven.journal", arguments[1]);
            parameters.put("aiven.reports", arguments[1]);
            parameters.putIfAbsent("aiven.pollInterval", "50ms");
            Taken taken = run(course, parameters);
            if (i > 2) {
                Sample.send(arguments[i], taken);
            }
        }
    }

    private static Taken run(Course course, Map<String, String> parameters) throws ClassNotFoundException {
        List<Class<?>> classes = CLASSES.load(course.first(), course.classes());
        Stopwatch watch = new Stopwatch();
        try (Plans plans = new Plans(parameters)) {
            for (int from = 0; from < classes.size(); from += course.perPlan()) {
                plans.run(classes.subList(from, Math.min(classes.size(), from + course.perPlan())));
            }
        }
        return watch.taken();
    }
}

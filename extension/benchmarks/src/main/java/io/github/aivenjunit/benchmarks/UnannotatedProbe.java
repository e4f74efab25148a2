package io.github.aivenjunit.benchmarks;

import java.util.List;
import java.util.Map;

/** Runs classes that do not use the extension, which may be missing on the class path. */
final class UnannotatedProbe {

    static final String FIRST = "first plan";
    static final String WARM = "warm plan";

    private UnannotatedProbe() {}

    /**
     * Measures.
     *
     * @param arguments rounds to warm up, rounds to measure, and optionally how many generated classes to run
     */
    public static void main(String[] arguments) throws ClassNotFoundException {
        int warmUp = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        List<Class<?>> classes = arguments.length > 2
                ? new GeneratedClasses(PlainCase.class).load(0, Integer.parseInt(arguments[2]))
                : PlainClasses.ALL;
        Stopwatch watch = new Stopwatch();
        try (Plans plans = new Plans(Map.of())) {
            plans.run(classes);
            Sample.send(FIRST, watch.taken());
            for (int i = 0; i < warmUp; i++) {
                plans.run(classes);
            }
            for (int i = 0; i < rounds; i++) {
                Sample.send(WARM, plans.run(classes));
            }
        }
    }
}

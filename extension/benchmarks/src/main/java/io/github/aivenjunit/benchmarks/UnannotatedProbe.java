package io.github.aivenjunit.benchmarks;

import java.util.Map;

/** Runs classes that do not use the extension, which may be missing on the class path. */
final class UnannotatedProbe {

    static final String FIRST = "first plan";
    static final String WARM = "warm plan";

    private UnannotatedProbe() {}

    /**
     * Measures.
     *
     * @param arguments rounds to warm up, rounds to measure
     */
    public static void main(String[] arguments) {
        int warmUp = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        Stopwatch watch = new Stopwatch();
        Plans plans = new Plans(Map.of());
        plans.run(PlainClasses.ALL);
        Sample.send(FIRST, watch.taken());
        for (int i = 0; i < warmUp; i++) {
            plans.run(PlainClasses.ALL);
        }
        for (int i = 0; i < rounds; i++) {
            Sample.send(WARM, plans.run(PlainClasses.ALL));
        }
    }
}

package io.github.aivenjunit.benchmarks;

import java.util.List;
import java.util.Map;

/** Runs classes with and without {@code @AivenProject} next to each other, in one plan each. */
final class AnnotatedProbe {

    static final String PLAIN = "plain ";
    static final String ANNOTATED = "annotated ";
    static final int FEW = 1;
    static final int MANY = PlainClasses.ALL.size();

    private AnnotatedProbe() {}

    /**
     * Measures.
     *
     * @param arguments rounds to warm up, rounds to measure, the user's file
     */
    public static void main(String[] arguments) {
        int warmUp = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        try (Plans plans = new Plans(Map.of("aiven.configFile", arguments[2]))) {
            // JUnit itself is loaded before the first round, so that a cold figure is the extension's alone.
            plans.run(PlainClasses.ALL);
            for (int i = 0; i < warmUp + rounds; i++) {
                for (int classes : List.of(FEW, MANY)) {
                    round(plans, classes, i >= warmUp);
                }
            }
        }
    }

    private static void round(Plans plans, int classes, boolean measured) {
        Taken plain = plans.run(PlainClasses.ALL.subList(0, classes));
        Taken annotated = plans.run(AnnotatedClasses.ALL.subList(0, classes));
        if (measured) {
            Sample.send(PLAIN + classes, plain);
            Sample.send(ANNOTATED + classes, annotated);
        }
    }
}

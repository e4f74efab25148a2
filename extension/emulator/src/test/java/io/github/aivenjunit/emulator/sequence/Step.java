package io.github.aivenjunit.emulator.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One request and its choices. What is chosen depends on the draw and on what exists by then, so a sequence stays valid
 * when steps are taken out of it.
 */
record Step(Action action, long draw) {

    static List<Step> sequence(long seed, int length) {
        Random random = new Random(seed);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(Action.CREATE_PROJECT, random.nextLong()));
        for (int i = 1; i < length; i++) {
            steps.add(new Step(Action.any(random), random.nextLong()));
        }
        return steps;
    }
}

package io.github.aivenjunit.emulator.sequence;

import java.util.Random;

/** The kinds of steps, with how often each comes. */
enum Action {
    CREATE_PROJECT(3),
    DELETE_PROJECT(2),
    TAG_PROJECT(3),
    CREATE_SERVICE(22),
    DELETE_SERVICE(6),
    POWER_OFF(6),
    POWER_ON(6),
    CHANGE_PLAN(6),
    PROTECT(4),
    TAG_SERVICE(5),
    MAINTAIN(2),
    CREATE_USER(6),
    RESET_USER(3),
    DELETE_USER(3),
    CREATE_DATABASE(5),
    DELETE_DATABASE(2),
    CREATE_TOPIC(6),
    CHANGE_TOPIC(3),
    DELETE_TOPIC(2),
    INTEGRATE(6),
    SEPARATE(2),
    WAIT(16),
    INVALID(18);

    private final int weight;

    Action(int weight) {
        this.weight = weight;
    }

    static Action any(Random random) {
        int total = 0;
        for (Action action : values()) {
            total += action.weight;
        }
        int left = random.nextInt(total);
        for (Action action : values()) {
            left -= action.weight;
            if (left < 0) {
                return action;
            }
        }
        throw new IllegalStateException("The weights do not add up.");
    }
}

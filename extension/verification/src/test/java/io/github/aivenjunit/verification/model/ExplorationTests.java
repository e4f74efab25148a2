package io.github.aivenjunit.verification.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker by itself, on numbers: add one up to four, double any below ten, and fall to a pit by accident. */
class ExplorationTests {

    private static final int PIT = -1;

    private final Exploration<Integer> numbers = Exploration.of(1, ExplorationTests::steps);

    private static List<Step<Integer>> steps(int number) {
        List<Step<Integer>> steps = new ArrayList<>();
        if (number != PIT && number < 4) {
            steps.add(Step.of("add one to " + number, number + 1));
        }
        if (number != PIT && number < 10) {
            steps.add(Step.of("double " + number, number * 2));
        }
        if (number == 3) {
            steps.add(Step.fault("fall", PIT));
        }
        return steps;
    }

    @Test
    void everyStateIsFoundOnce() {
        assertThat(numbers.size()).isEqualTo(9);
        assertThat(numbers.transitions()).isEqualTo(10);
    }

    @Test
    void aRuleThatHoldsHasNoCounterexample() {
        assertThat(numbers.against(number -> number <= 16)).isEmpty();
    }

    @Test
    void aCounterexampleIsAShortestWay() {
        assertThat(numbers.against(number -> number <= 6))
                .hasValue(new Counterexample<>(List.of("add one to 1", "double 2", "double 4"), 8));
    }

    @Test
    void aCounterexampleIsPrintedAsAListOfActions() {
        assertThat(new Counterexample<>(List.of("add one to 1", "double 2"), 4))
                .hasToString(" 1. add one to 1\n 2. double 2\n    4");
    }

    @Test
    void aStateThatFaultsAloneLeadToCountsToo() {
        assertThat(numbers.cannotReach(number -> number == 12 || number == 16))
                .hasValueSatisfying(example -> assertThat(example.state()).isEqualTo(PIT));
    }

    @Test
    void noGoalIsReachedByAFault() {
        assertThat(numbers.cannotReach(number -> number == PIT))
                .hasValueSatisfying(example -> assertThat(example.actions()).isEmpty());
    }
}

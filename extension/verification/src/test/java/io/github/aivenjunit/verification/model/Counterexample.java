package io.github.aivenjunit.verification.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A shortest way to a state that should not be.
 *
 * @param actions what happens, first to last
 * @param state where it leads
 */
record Counterexample<S>(List<String> actions, S state) {

    Counterexample {
        actions = List.copyOf(actions);
    }

    @Override
    public String toString() {
        return IntStream.range(0, actions.size())
                .mapToObj(index -> "%2d. %s\n".formatted(index + 1, actions.get(index)))
                .collect(Collectors.joining("", "", "    " + state));
    }
}

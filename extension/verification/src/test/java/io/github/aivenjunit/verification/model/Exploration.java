package io.github.aivenjunit.verification.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Every state that a model can reach, found breadth first, so that the way to each is a shortest one. Not thread-safe.
 *
 * @param <S> an immutable state with equality
 */
final class Exploration<S> {

    private final List<S> states = new ArrayList<>();
    private final Map<S, Integer> numbers = new HashMap<>();
    private final IntList parents = new IntList();
    private final List<String> actions = new ArrayList<>();
    private final IntList fairFrom = new IntList();
    private final IntList fairTo = new IntList();
    private int transitions;

    private Exploration() {}

    /** Explores everything. */
    static <S> Exploration<S> of(S initial, Function<S, List<Step<S>>> enabled) {
        Exploration<S> exploration = new Exploration<>();
        exploration.number(initial, 0, "");
        for (int from = 0; from < exploration.states.size(); from++) {
            for (Step<S> step : enabled.apply(exploration.states.get(from))) {
                int to = exploration.number(step.next(), from, step.action());
                exploration.transitions++;
                if (!step.fault() && to != from) {
                    exploration.fairFrom.add(from);
                    exploration.fairTo.add(to);
                }
            }
        }
        return exploration;
    }

    int size() {
        return states.size();
    }

    int transitions() {
        return transitions;
    }

    /** The nearest state that breaks the rule. */
    Optional<Counterexample<S>> against(Predicate<S> invariant) {
        for (int number = 0; number < states.size(); number++) {
            if (!invariant.test(states.get(number))) {
                return Optional.of(wayTo(number));
            }
        }
        return Optional.empty();
    }

    /** The nearest state from which no way without faults leads to the goal. */
    Optional<Counterexample<S>> cannotReach(Predicate<S> goal) {
        BitSet reaching = reaching(goal);
        int lost = reaching.nextClearBit(0);
        return lost < states.size() ? Optional.of(wayTo(lost)) : Optional.empty();
    }

    private BitSet reaching(Predicate<S> goal) {
        IntList[] before = predecessors();
        BitSet reaching = new BitSet(states.size());
        IntList work = new IntList();
        for (int number = 0; number < states.size(); number++) {
            if (goal.test(states.get(number))) {
                reaching.set(number);
                work.add(number);
            }
        }
        for (int index = 0; index < work.size(); index++) {
            IntList sources = before[work.get(index)];
            for (int source = 0; source < sources.size(); source++) {
                if (!reaching.get(sources.get(source))) {
                    reaching.set(sources.get(source));
                    work.add(sources.get(source));
                }
            }
        }
        return reaching;
    }

    private IntList[] predecessors() {
        IntList[] before = new IntList[states.size()];
        for (int number = 0; number < before.length; number++) {
            before[number] = new IntList();
        }
        for (int edge = 0; edge < fairTo.size(); edge++) {
            before[fairTo.get(edge)].add(fairFrom.get(edge));
        }
        return before;
    }

    private int number(S state, int parent, String action) {
        Integer known = numbers.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        states.add(state);
        parents.add(parent);
        actions.add(action);
        return states.size() - 1;
    }

    private Counterexample<S> wayTo(int number) {
        List<String> way = new ArrayList<>();
        for (int at = number; at != 0; at = parents.get(at)) {
            way.add(actions.get(at));
        }
        Collections.reverse(way);
        return new Counterexample<>(way, states.get(number));
    }
}

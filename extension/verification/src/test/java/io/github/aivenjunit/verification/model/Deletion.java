package io.github.aivenjunit.verification.model;

import io.github.aivenjunit.verification.model.Cloud.Existence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The calls of {@code ProjectDeleter}: the service, then the project, each again until it is a 404.
 *
 * @param who whose deletion it is
 * @param flaw how the protocol is broken
 * @param applied what a deletion makes of the state
 */
record Deletion(String who, Flaw flaw, BiFunction<State, Cloud, State> applied) {

    List<Step<State>> service(State state, Function<State, State> serviceGone) {
        if (!state.cloud().serviceThere()) {
            return List.of(Step.of(who + " sees no service", serviceGone.apply(state)));
        }
        State deleted = applied.apply(state, state.cloud().withService(Existence.ABSENT));
        return List.of(
                Step.of(who + " deletes the service", deleted),
                Step.fault(who + " deletes the service, to no effect", state));
    }

    List<Step<State>> project(State state, Function<State, State> again, Function<State, State> gone) {
        if (!state.cloud().projectThere()) {
            return List.of(Step.of(who + " sees no project", gone.apply(state)));
        }
        if (state.cloud().serviceThere()) {
            return List.of(Step.of(who + " may not delete the project: it has a service", again.apply(state)));
        }
        State deleted = applied.apply(state, state.cloud().withProject(Existence.ABSENT));
        List<Step<State>> steps = new ArrayList<>();
        boolean trusting = flaw == Flaw.NO_VERIFICATION;
        steps.add(Step.of(who + " deletes the project", trusting ? gone.apply(deleted) : deleted));
        steps.add(Step.fault(who + " deletes the project, to no effect", trusting ? gone.apply(state) : state));
        return steps;
    }
}

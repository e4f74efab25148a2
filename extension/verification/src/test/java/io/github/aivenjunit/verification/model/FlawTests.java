package io.github.aivenjunit.verification.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every part of the protocol is needed: without it, the checker shows how its promise is broken. */
class FlawTests {

    private static final Logger logger = LoggerFactory.getLogger(FlawTests.class);

    /** What the protocol promises. */
    enum Promise {
        NOBODY_IS_ROBBED,
        SOME_NET_KNOWS,
        THE_MACHINE_KNOWS,
        ALL_IS_DELETED
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE_BEFORE_JOURNAL, THE_MACHINE_KNOWS",
        "NO_LOCK, NOBODY_IS_ROBBED",
        "WATCHDOG_DOES_NOT_SETTLE, THE_MACHINE_KNOWS",
        "SESSION_DOES_NOT_SETTLE, THE_MACHINE_KNOWS",
        "SWEEP_DROPS_YOUNG_PROMISES, THE_MACHINE_KNOWS",
        "SWEEP_OF_UNEXPIRED, NOBODY_IS_ROBBED",
        "SWEEP_READS_JOURNALS_BEFORE_THE_LIST, NOBODY_IS_ROBBED",
        "NO_VERIFICATION, THE_MACHINE_KNOWS",
        "TAGS_AFTER_CREATE, SOME_NET_KNOWS",
        "TAGS_AFTER_CREATE, ALL_IS_DELETED",
        "NO_RENEWAL, NOBODY_IS_ROBBED",
        "NO_SWEEP_ELSEWHERE, ALL_IS_DELETED"
    })
    void aBrokenProtocolIsCaught(Flaw flaw, Promise promise) {
        Exploration<State> states = new LeaseModel(World.assumed(), flaw).explore();
        Optional<Counterexample<State>> counterexample = check(states, promise);
        assertThat(counterexample).isPresent();
        logger.info("{} breaks {}:\n{}", flaw, promise, counterexample.get());
    }

    private static Optional<Counterexample<State>> check(Exploration<State> states, Promise promise) {
        return switch (promise) {
            case NOBODY_IS_ROBBED -> states.against(state -> !state.robbed());
            case SOME_NET_KNOWS -> states.against(State::someNetKnowsWhatExists);
            case THE_MACHINE_KNOWS -> states.against(State::theMachineKnowsWhatExists);
            case ALL_IS_DELETED -> states.cannotReach(State::clean);
        };
    }
}

package io.github.aivenjunit.verification.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the lease protocol promises, in every interleaving of a session, its watchdog, two sweeps on its machine and one
 * elsewhere, with a death of anybody at any step.
 *
 * <p>Promised under these assumptions ({@link World#assumed()}):
 * <ul>
 * <li>A living session moves the expiry before its term ends. This is the weakest point: a session that was suspended or
 *     without a network for a whole term is robbed by a sweep on another machine, which sees only the tags.
 * <li>The last try of a create is sent within two minutes of its journal line, and takes effect within the settling time
 *     or never. Otherwise watchdog and journal may be gone by then, and the expiry alone knows the project.
 * <li>The lock of a living process holds. Otherwise a sweep on its machine takes it for dead.
 * </ul>
 *
 * <p>Without any of them everything is still deleted in the end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaseModelTests {

    private static final Logger logger = LoggerFactory.getLogger(LeaseModelTests.class);

    private final LeaseModel protocol = new LeaseModel(World.assumed(), Flaw.NONE);
    private Exploration<State> everything = protocol.explore();

    @BeforeAll
    void report() {
        logger.info("Lease protocol: {} states, {} transitions", everything.size(), everything.transitions());
    }

    @Test
    void whatALivingSessionUsesIsDeletedByNobodyElse() {
        assertThat(everything.against(state -> !state.robbed())).isEmpty();
    }

    @Test
    void nothingExistsThatNoNetKnows() {
        assertThat(everything.against(State::someNetKnowsWhatExists)).isEmpty();
    }

    @Test
    void nothingIsLeftToTheExpiryAloneWhileTheMachineStands() {
        assertThat(everything.against(State::theMachineKnowsWhatExists)).isEmpty();
    }

    @Test
    void whateverHappensEverythingCanStillBeDeleted() {
        assertThat(everything.cannotReach(State::clean)).isEmpty();
    }

    @Test
    void whenAllIsOverOneSweepLeavesNothing() {
        assertThat(everything.against(state -> !state.resting() || oneSweepCleans(protocol, state)))
                .isEmpty();
        assertThat(everything.against(state -> !state.resting() || state.clean()))
                .as("there are leftovers to sweep")
                .isPresent();
    }

    @Test
    void aSessionThatStallsForATermIsRobbedOnlyFromElsewhereAndLeaksNothing() {
        LeaseModel model = new LeaseModel(World.assumed().whereSessionsStall(), Flaw.NONE);
        Exploration<State> states = model.explore();
        assertThat(states.against(state -> !state.robbed())).isPresent();
        LeaseModel withoutTheOther = new LeaseModel(World.assumed().whereSessionsStall(), Flaw.NO_SWEEP_ELSEWHERE);
        assertThat(withoutTheOther.explore().against(state -> !state.robbed())).isEmpty();
        leaksNothing(model, states);
        assertThat(states.against(State::theMachineKnowsWhatExists)).isEmpty();
    }

    @Test
    void aCreateThatIsSentLateIsLeftToItsExpiryAtWorst() {
        LeaseModel model = new LeaseModel(World.assumed().whereCreatorsStall(), Flaw.NONE);
        Exploration<State> states = model.explore();
        assertThat(states.against(state -> !state.robbed())).isEmpty();
        assertThat(states.against(State::theMachineKnowsWhatExists)).isPresent();
        leaksNothing(model, states);
    }

    @Test
    void aCreateThatIsSlowIsLeftToItsExpiryAtWorst() {
        LeaseModel model = new LeaseModel(World.assumed().whereCreatesAreSlow(), Flaw.NONE);
        Exploration<State> states = model.explore();
        assertThat(states.against(state -> !state.robbed())).isEmpty();
        assertThat(states.against(State::theMachineKnowsWhatExists)).isPresent();
        leaksNothing(model, states);
    }

    @Test
    void aSessionThatLosesItsLockIsRobbedButLeaksNothing() {
        LeaseModel model = new LeaseModel(World.assumed().whereLocksGetLost(), Flaw.NONE);
        Exploration<State> states = model.explore();
        assertThat(states.against(state -> !state.robbed()))
                .hasValueSatisfying(example -> assertThat(example.actions()).contains("the session's lock is lost"));
        leaksNothing(model, states);
    }

    private static void leaksNothing(LeaseModel model, Exploration<State> states) {
        assertThat(states.against(State::someNetKnowsWhatExists)).isEmpty();
        assertThat(states.cannotReach(State::clean)).isEmpty();
        assertThat(states.against(state -> !state.resting() || oneSweepCleans(model, state)))
                .isEmpty();
    }

    /** Of the sweeps that can run at all: on a lost machine none does. */
    private static boolean oneSweepCleans(LeaseModel model, State state) {
        List<SweepMoves> able = model.sweeps().stream()
                .filter(sweep -> !sweep.from(state).isEmpty())
                .toList();
        return able.stream()
                        .map(sweep -> model.afterOneSweep(state, sweep))
                        .allMatch(after -> after.cloud().nothing())
                && able.stream()
                        .filter(SweepMoves::local)
                        .map(sweep -> model.afterOneSweep(state, sweep))
                        .allMatch(State::clean);
    }
}

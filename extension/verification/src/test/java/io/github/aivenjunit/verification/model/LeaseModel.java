package io.github.aivenjunit.verification.model;

import io.github.aivenjunit.verification.model.Cloud.Existence;
import io.github.aivenjunit.verification.model.State.SessionAt;
import io.github.aivenjunit.verification.model.State.SweepAt;
import io.github.aivenjunit.verification.model.State.Sweeping;
import io.github.aivenjunit.verification.model.State.WatchdogAt;
import java.util.ArrayList;
import java.util.List;

/**
 * The protocol of one session's one lease on a project with one service, beside two sweeps on its machine and one
 * elsewhere. One session is enough: names are unique, and each session has a journal and a lock of its own. Time is how
 * much is left of each term, so it never runs out.
 */
record LeaseModel(World world, Flaw flaw) {

    private static final int SWEEPERS = 3;

    Exploration<State> explore() {
        return Exploration.of(State.initial(SWEEPERS), this::enabled);
    }

    List<Step<State>> enabled(State state) {
        List<Step<State>> steps = new ArrayList<>();
        steps.addAll(new SessionMoves(world, flaw).from(state));
        steps.addAll(new WatchdogMoves(flaw).from(state));
        sweeps().forEach(sweep -> steps.addAll(sweep.from(state)));
        api(state, steps);
        tick(state, steps);
        loseMachine(state, steps);
        return steps;
    }

    List<SweepMoves> sweeps() {
        List<SweepMoves> sweeps = new ArrayList<>();
        sweeps.add(new SweepMoves(0, true, false, flaw));
        sweeps.add(new SweepMoves(1, true, true, flaw));
        if (flaw != Flaw.NO_SWEEP_ELSEWHERE) {
            sweeps.add(new SweepMoves(2, false, false, flaw));
        }
        return sweeps;
    }

    /** A create takes effect, now or after the death of its sender, or is lost on the way. */
    private static void api(State state, List<Step<State>> steps) {
        Cloud cloud = state.cloud();
        if (cloud.project() == Existence.UNDER_WAY) {
            steps.add(Step.of("the project comes into being", state.with(cloud.withProject(Existence.THERE))));
            steps.add(Step.fault("the project's create is lost", state.with(cloud.withProject(Existence.ABSENT))));
        }
        if (cloud.service() == Existence.UNDER_WAY) {
            Existence outcome = cloud.projectThere() ? Existence.THERE : Existence.ABSENT;
            steps.add(Step.of("the service's create takes effect", state.with(cloud.withService(outcome))));
            steps.add(Step.fault("the service's create is lost", state.with(cloud.withService(Existence.ABSENT))));
        }
    }

    /** The settling time passes: {@code LeaseBooks.SETTLING}, {@code SweepRun.LATE_CREATE}, a part of a term. */
    private void tick(State state, List<Step<State>> steps) {
        if (!mayTick(state)) {
            return;
        }
        State later = state.with(
                        state.cloud().expiringIn(Math.max(0, state.cloud().expiresIn() - 1)))
                .with(state.disk().older());
        if (later.session() == SessionAt.SETTLES) {
            later = later.with(SessionAt.LOOKS);
        }
        if (later.watchdog() == WatchdogAt.SETTLES) {
            later = later.with(WatchdogAt.LOOKS);
        }
        steps.add(Step.of("time passes", later));
    }

    private boolean mayTick(State state) {
        boolean settled = world.createsAreSlow() || !state.cloud().underWay();
        boolean sent = world.creatorsStall() || !state.session().creating();
        boolean renewed = world.sessionsStall()
                || flaw == Flaw.NO_RENEWAL
                || !(state.session().creating() || state.session().needsTheProject())
                || state.cloud().expiresIn() > 1;
        return settled && sent && renewed;
    }

    private static void loseMachine(State state, List<Step<State>> steps) {
        if (state.disk().lost() || state.session() == SessionAt.PLANNED) {
            return;
        }
        State lost = state.with(state.disk().gone()).with(SessionAt.ENDED).with(WatchdogAt.GONE);
        steps.add(Step.fault("the machine is lost", lost.with(0, Sweeping.IDLE).with(1, Sweeping.IDLE)));
    }

    /** What one sweep leaves when nobody else does anything. */
    State afterOneSweep(State resting, SweepMoves sweep) {
        State state = resting;
        do {
            List<Step<State>> steps =
                    sweep.from(state).stream().filter(step -> !step.fault()).toList();
            if (steps.isEmpty()) {
                return state;
            }
            state = steps.get(0).next();
        } while (state.sweepers().get(sweep.number()).at() != SweepAt.IDLE);
        return state;
    }
}

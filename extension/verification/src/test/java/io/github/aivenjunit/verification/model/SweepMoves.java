package io.github.aivenjunit.verification.model;

import io.github.aivenjunit.verification.model.Disk.Holder;
import io.github.aivenjunit.verification.model.Disk.Journal;
import io.github.aivenjunit.verification.model.State.SweepAt;
import io.github.aivenjunit.verification.model.State.Sweeping;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a sweep can do: {@code Sweeper}, {@code JournalSurvey}, {@code SweepRun}.
 *
 * @param number which of the state's sweepers
 * @param local whether it runs on the session's machine; otherwise it knows only the tags
 * @param byRun whether it was asked for everything of the session's run, expired or not
 */
record SweepMoves(int number, boolean local, boolean byRun, Flaw flaw) {

    List<Step<State>> from(State state) {
        if (local && state.disk().lost()) {
            return List.of();
        }
        List<Step<State>> steps = new ArrayList<>();
        Deletion deletion = new Deletion(name(), flaw, State::afterDeletionByAnother);
        Sweeping sweep = state.sweepers().get(number);
        switch (sweep.at()) {
            case IDLE -> steps.add(Step.of(name() + " lists the projects", list(state)));
            case LISTED -> steps.add(Step.of(name() + " reads the journals", read(state, sweep)));
            case READ -> steps.add(Step.of(name() + " tries to take the journal over", takeOver(state, sweep)));
            case SURVEYED -> steps.add(Step.of(name() + " looks at the project", inspect(state, sweep)));
            case DELETES_SERVICE -> steps.addAll(deletion.service(state, at(SweepAt.DELETES_PROJECT)));
            case DELETES_PROJECT ->
                steps.addAll(deletion.project(state, at(SweepAt.DELETES_SERVICE), at(SweepAt.VERIFIED)));
            case VERIFIED ->
                steps.add(Step.of(name() + " drops the promise and ends", finished(state, sweep.promise())));
        }
        if (sweep.at() != SweepAt.IDLE) {
            State ended = state.with(state.disk().without(holder())).with(number, Sweeping.IDLE);
            steps.add(
                    Step.fault(name() + " is killed, or gives up", local ? ended : state.with(number, Sweeping.IDLE)));
        }
        return steps;
    }

    String name() {
        return local ? "sweep " + (number + 1) + (byRun ? " (of the run)" : "") : "sweep elsewhere";
    }

    private Holder holder() {
        return number == 0 ? Holder.SWEEP_1 : Holder.SWEEP_2;
    }

    private UnaryOperator<State> at(SweepAt next) {
        return state -> state.with(number, state.sweepers().get(number).to(next));
    }

    /** {@code Sweeper.targets}. */
    private State list(State state) {
        boolean target = wanted(state.cloud());
        if (!local && !target) {
            return state;
        }
        return state.with(number, new Sweeping(local ? SweepAt.LISTED : SweepAt.SURVEYED, target, false, false));
    }

    private boolean wanted(Cloud cloud) {
        return cloud.projectThere() && cloud.tagged() && (byRun || expired(cloud));
    }

    private boolean expired(Cloud cloud) {
        return cloud.expired() || flaw == Flaw.SWEEP_OF_UNEXPIRED;
    }

    /** {@code Journal.all}. */
    private State read(State state, Sweeping sweep) {
        boolean living = state.disk().open();
        return state.disk().journal() == Journal.NONE
                ? surveyed(state, sweep)
                : state.with(number, new Sweeping(SweepAt.READ, sweep.target(), living, false));
    }

    /** {@code JournalSurvey.sort}: what was read before counts when the lock cannot be had, or the file is gone. */
    private State takeOver(State state, Sweeping sweep) {
        Disk disk = state.disk();
        boolean takes = disk.journal() != Journal.NONE && (disk.free() || flaw == Flaw.NO_LOCK);
        return takes
                ? surveyed(
                        state.with(disk.lockedBy(holder())),
                        new Sweeping(SweepAt.SURVEYED, sweep.target(), false, disk.open()))
                : surveyed(state, sweep);
    }

    private State surveyed(State state, Sweeping sweep) {
        boolean worthALook = sweep.target() || sweep.promise() || flaw == Flaw.SWEEP_READS_JOURNALS_BEFORE_THE_LIST;
        return worthALook ? state.with(number, sweep.to(SweepAt.SURVEYED)) : finished(state, false);
    }

    /** {@code SweepRun.inspect}: the tags are read anew. */
    private State inspect(State state, Sweeping sweep) {
        if (!state.cloud().projectThere()) {
            boolean nothingToCome = !state.disk().young() || flaw == Flaw.SWEEP_DROPS_YOUNG_PROMISES;
            return finished(state, sweep.promise() && nothingToCome);
        }
        boolean listedLate = flaw == Flaw.SWEEP_READS_JOURNALS_BEFORE_THE_LIST && wanted(state.cloud());
        boolean target = sweep.target() || sweep.promise() || listedLate;
        boolean grounds = byRun || sweep.promise() || expired(state.cloud());
        boolean permitted = target && state.cloud().tagged() && !sweep.living() && grounds;
        return permitted ? at(SweepAt.DELETES_SERVICE).apply(state) : finished(state, false);
    }

    private State finished(State state, boolean released) {
        State next = state.with(number, Sweeping.IDLE);
        if (!local || next.disk().lock() != holder()) {
            return next;
        }
        Disk disk = released ? next.disk().written(Journal.EMPTY) : next.disk();
        return next.with(disk.closedBy(holder()));
    }
}

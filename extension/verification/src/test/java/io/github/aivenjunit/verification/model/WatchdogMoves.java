package io.github.aivenjunit.verification.model;

import io.github.aivenjunit.verification.model.Disk.Holder;
import io.github.aivenjunit.verification.model.Disk.Journal;
import io.github.aivenjunit.verification.model.State.SessionAt;
import io.github.aivenjunit.verification.model.State.WatchdogAt;
import java.util.ArrayList;
import java.util.List;

/** What a watchdog can do once its pipe has ended: {@code WatchdogMain}, {@code Legacy}, {@code ProjectDeleter}. */
record WatchdogMoves(Flaw flaw) {

    List<Step<State>> from(State state) {
        List<Step<State>> steps = new ArrayList<>();
        Deletion deletion = new Deletion("watchdog", flaw, State::afterDeletionByAnother);
        switch (state.watchdog()) {
            case GONE -> {}
            case LISTENS, KNOWS -> takeOver(state, steps);
            case SETTLES -> look(state, flaw == Flaw.WATCHDOG_DOES_NOT_SETTLE, steps);
            case LOOKS -> look(state, true, steps);
            case DELETES_SERVICE ->
                steps.addAll(deletion.service(state, next -> next.with(WatchdogAt.DELETES_PROJECT)));
            case DELETES_PROJECT ->
                steps.addAll(deletion.project(
                        state, next -> next.with(WatchdogAt.LOOKS), next -> next.with(WatchdogAt.VERIFIED)));
            case VERIFIED -> steps.add(Step.of("watchdog releases the lease and ends", finished(state)));
        }
        if (state.watchdog() != WatchdogAt.GONE) {
            // Also the end of its bounded life.
            State ended = state.with(state.disk().without(Holder.WATCHDOG)).with(WatchdogAt.GONE);
            steps.add(Step.fault("watchdog is killed", ended));
        }
        return steps;
    }

    /** {@code Legacy.takeOver}: the journal is believed rather than the pipe, unless there is none. */
    private void takeOver(State state, List<Step<State>> steps) {
        if (state.session() != SessionAt.ENDED) {
            return;
        }
        boolean told = state.watchdog() == WatchdogAt.KNOWS;
        Disk disk = state.disk();
        if (disk.journal() == Journal.NONE) {
            steps.add(Step.of("watchdog finds no journal", state.with(told ? WatchdogAt.SETTLES : WatchdogAt.GONE)));
        } else if (disk.free() || flaw == Flaw.NO_LOCK) {
            State taken = state.with(disk.lockedBy(Holder.WATCHDOG));
            steps.add(Step.of(
                    "watchdog takes the journal over", disk.open() ? taken.with(WatchdogAt.SETTLES) : finished(taken)));
        }
    }

    private static void look(State state, boolean believing, List<Step<State>> steps) {
        if (state.cloud().projectThere()) {
            steps.add(Step.of(
                    "watchdog sees the project",
                    // OurMarks and ProjectDeleter refuse what is not tagged; the watchdog leaves it.
                    state.cloud().tagged()
                            ? state.with(WatchdogAt.DELETES_SERVICE)
                            : state.with(state.disk().without(Holder.WATCHDOG)).with(WatchdogAt.GONE)));
        } else if (believing) {
            steps.add(Step.of("watchdog sees no project", state.with(WatchdogAt.VERIFIED)));
        }
    }

    private static State finished(State state) {
        boolean holding = state.disk().lock() == Holder.WATCHDOG;
        Disk disk = holding ? state.disk().written(Journal.EMPTY).closedBy(Holder.WATCHDOG) : state.disk();
        return state.with(disk).with(WatchdogAt.GONE);
    }
}

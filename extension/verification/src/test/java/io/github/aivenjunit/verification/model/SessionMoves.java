package io.github.aivenjunit.verification.model;

import io.github.aivenjunit.verification.model.Cloud.Existence;
import io.github.aivenjunit.verification.model.Disk.Holder;
import io.github.aivenjunit.verification.model.Disk.Journal;
import io.github.aivenjunit.verification.model.State.SessionAt;
import io.github.aivenjunit.verification.model.State.WatchdogAt;
import java.util.ArrayList;
import java.util.List;

/** What a session can do: {@code LeaseBooks}, {@code Provisioning}, {@code LeaseRenewals}, {@code Provisioner.close}. */
record SessionMoves(World world, Flaw flaw) {

    List<Step<State>> from(State state) {
        List<Step<State>> steps = new ArrayList<>();
        Deletion deletion = new Deletion("session", flaw, State::with);
        switch (state.session()) {
            case PLANNED -> open(state, steps);
            case OPENED -> note(state, steps);
            case NOTED -> tell(state, steps);
            case TOLD -> steps.add(Step.of("session sends the project's create", ask(state)));
            case ASKED -> awaitProject(state, steps);
            case USING -> use(state, steps);
            case ASKED_SERVICE -> awaitService(state, steps);
            case SETTLES -> settle(state, steps);
            case LOOKS -> look(state, SessionAt.VERIFIED, steps);
            case DELETES_SERVICE -> steps.addAll(deletion.service(state, next -> next.with(SessionAt.DELETES_PROJECT)));
            case DELETES_PROJECT ->
                steps.addAll(deletion.project(
                        state, next -> next.with(SessionAt.LOOKS), next -> next.with(SessionAt.VERIFIED)));
            case VERIFIED -> steps.add(Step.of("session writes that the lease is released", released(state)));
            case RELEASED -> steps.add(Step.of("session closes", closed(state)));
            case ENDED -> {}
        }
        if (state.session().deleting()) {
            // LeaseBooks.close: what is left is in the journal, and the end of the pipe wakes the watchdog.
            steps.add(Step.fault("session gives up the deletion", ended(state)));
        }
        if (state.session() != SessionAt.PLANNED && state.session() != SessionAt.ENDED) {
            steps.add(Step.fault("session is killed", ended(state)));
        }
        if (world.locksGetLost() && state.disk().lock() == Holder.SESSION) {
            steps.add(Step.fault(
                    "the session's lock is lost", state.with(state.disk().without(Holder.SESSION))));
        }
        return steps;
    }

    /** {@code Journal.open}, {@code Watchdog.start}. */
    private static void open(State state, List<Step<State>> steps) {
        State opened = state.with(state.disk().written(Journal.EMPTY).lockedBy(Holder.SESSION))
                .with(SessionAt.OPENED);
        steps.add(Step.of("session opens its journal and starts the watchdog", opened.with(WatchdogAt.LISTENS)));
        steps.add(Step.fault("session opens its journal; the watchdog does not start", opened));
    }

    /** {@code SessionJournal.acquired}. */
    private void note(State state, List<Step<State>> steps) {
        State dated = state.with(state.cloud().expiringIn(Cloud.TERM));
        if (flaw == Flaw.CREATE_BEFORE_JOURNAL) {
            steps.add(Step.of("session sends the project's create", ask(dated)));
        } else {
            steps.add(Step.of(
                    "session writes its lease",
                    dated.with(dated.disk().written(Journal.OPEN)).with(SessionAt.NOTED)));
        }
    }

    /** {@code Watchdog.acquired}: with {@code aiven.watchdog=on} a dead one is said, and the session goes on. */
    private static void tell(State state, List<Step<State>> steps) {
        steps.add(Step.of("session tells the watchdog", told(state).with(SessionAt.TOLD)));
    }

    private static State told(State state) {
        return state.watchdog() == WatchdogAt.LISTENS ? state.with(WatchdogAt.KNOWS) : state;
    }

    /** {@code ProjectApi.create}: the tags travel inside. */
    private State ask(State state) {
        Cloud asked = state.cloud().withProject(Existence.UNDER_WAY).withTags(flaw != Flaw.TAGS_AFTER_CREATE);
        return state.with(asked).with(SessionAt.ASKED);
    }

    private void awaitProject(State state, List<Step<State>> steps) {
        if (state.cloud().projectThere()) {
            State answered = state.with(SessionAt.USING);
            if (flaw == Flaw.CREATE_BEFORE_JOURNAL) {
                answered = told(answered.with(answered.disk().written(Journal.OPEN)));
            }
            steps.add(Step.of("session hears that the project is made", answered));
        } else if (state.cloud().project() == Existence.ABSENT) {
            // ApiCalls.create: read back, then sent again.
            steps.add(Step.of("session sends the project's create again", ask(state)));
            steps.add(Step.of("session hears that the project is refused", state.with(SessionAt.LOOKS)));
        }
        // Ctrl-C, a test's timeout, no answer at all.
        steps.add(Step.fault("session is interrupted before the answer", state.with(SessionAt.SETTLES)));
    }

    private void use(State state, List<Step<State>> steps) {
        Cloud cloud = state.cloud();
        renew(state, steps);
        if (cloud.projectThere() && !cloud.tagged()) {
            steps.add(Step.of("session tags the project", state.with(cloud.withTags(true))));
        }
        if (cloud.projectThere() && cloud.service() == Existence.ABSENT) {
            steps.add(Step.of(
                    "session sends the service's create",
                    state.with(cloud.withService(Existence.UNDER_WAY)).with(SessionAt.ASKED_SERVICE)));
        }
        steps.add(Step.of("session has no more use for the project", state.with(SessionAt.LOOKS)));
        if (cloud.projectThere() && cloud.tagged()) {
            // Provisioning.keep: the expiry is moved before the lease is released.
            State kept = state.with(cloud.expiringIn(Cloud.TERM)).keeping();
            steps.add(Step.fault("session keeps the project", released(kept)));
        }
    }

    /** {@code LeaseRenewals.renew}: the tags first, then the journal. */
    private void renew(State state, List<Step<State>> steps) {
        if (flaw != Flaw.NO_RENEWAL
                && state.cloud().projectThere()
                && state.cloud().tagged()) {
            State moved = state.with(state.cloud().expiringIn(Cloud.TERM));
            boolean writing = state.disk().open();
            steps.add(Step.of(
                    "session moves the expiry",
                    writing ? moved.with(moved.disk().written(Journal.OPEN)) : moved));
        }
    }

    private void awaitService(State state, List<Step<State>> steps) {
        renew(state, steps);
        if (state.cloud().service() != Existence.UNDER_WAY) {
            steps.add(Step.of("session hears about the service", state.with(SessionAt.USING)));
        }
        steps.add(Step.fault("session is interrupted before the answer", state.with(SessionAt.LOOKS)));
    }

    /** {@code ProjectDeleter.mayStillAppear}: until a tick has passed, absence proves nothing. */
    private void settle(State state, List<Step<State>> steps) {
        if (state.cloud().projectThere()) {
            steps.add(Step.of("session sees the project", state.with(SessionAt.DELETES_SERVICE)));
        } else if (flaw == Flaw.SESSION_DOES_NOT_SETTLE) {
            steps.add(Step.of("session sees no project", state.with(SessionAt.VERIFIED)));
        }
        if (state.cloud().project() == Existence.ABSENT) {
            // The test's thread goes on while the shutdown hook deletes.
            State sent = ask(state).with(SessionAt.SETTLES);
            steps.add(Step.fault("session sends the project's create although it ends", sent));
        }
    }

    private static void look(State state, SessionAt ifAbsent, List<Step<State>> steps) {
        steps.add(
                state.cloud().projectThere()
                        ? Step.of("session sees the project", state.with(SessionAt.DELETES_SERVICE))
                        : Step.of("session sees no project", state.with(ifAbsent)));
    }

    /** {@code Lease.release}: the journal, then the watchdog. */
    private static State released(State state) {
        State next = state.disk().open() ? state.with(state.disk().written(Journal.EMPTY)) : state;
        return (next.watchdog() == WatchdogAt.KNOWS ? next.with(WatchdogAt.LISTENS) : next).with(SessionAt.RELEASED);
    }

    /** {@code LeaseBooks.close}: the journal, then a goodbye to the watchdog. */
    private static State closed(State state) {
        WatchdogAt watchdog = state.watchdog() == WatchdogAt.LISTENS ? WatchdogAt.GONE : state.watchdog();
        return state.with(state.disk().closedBy(Holder.SESSION)).with(watchdog).with(SessionAt.ENDED);
    }

    private static State ended(State state) {
        return state.with(state.disk().without(Holder.SESSION)).with(SessionAt.ENDED);
    }
}

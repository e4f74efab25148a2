package io.github.aivenjunit.verification.model;

import io.github.aivenjunit.verification.model.Disk.Journal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Everything at one moment.
 *
 * @param sweepers two on the session's machine, then one elsewhere
 * @param kept whether the session has given the project to the expiry on purpose
 * @param robbed whether somebody else has deleted what a living session needs
 */
record State(
        Cloud cloud,
        Disk disk,
        SessionAt session,
        WatchdogAt watchdog,
        List<Sweeping> sweepers,
        boolean kept,
        boolean robbed) {

    /** How far the session is. */
    enum SessionAt {
        PLANNED,
        OPENED,
        NOTED,
        TOLD,
        ASKED,
        USING,
        ASKED_SERVICE,
        /** Deletes while a create of its own is not answered. */
        SETTLES,
        LOOKS,
        DELETES_SERVICE,
        DELETES_PROJECT,
        VERIFIED,
        RELEASED,
        ENDED;

        boolean creating() {
            return this == NOTED || this == TOLD || this == ASKED;
        }

        boolean needsTheProject() {
            return this == ASKED || this == USING || this == ASKED_SERVICE;
        }

        boolean deleting() {
            return this == SETTLES || this == LOOKS || this == DELETES_SERVICE || this == DELETES_PROJECT;
        }
    }

    /** How far the watchdog is. */
    enum WatchdogAt {
        GONE,
        LISTENS,
        /** Listens, and has answered to the lease. */
        KNOWS,
        SETTLES,
        LOOKS,
        DELETES_SERVICE,
        DELETES_PROJECT,
        VERIFIED;

        boolean knows() {
            return this != GONE && this != LISTENS;
        }
    }

    /**
     * How far a sweep is, and what it remembers.
     *
     * @param target whether the list named the project
     * @param living whether it read of an open lease and could not take the journal over
     * @param promise whether it has taken the journal over
     */
    record Sweeping(SweepAt at, boolean target, boolean living, boolean promise) {

        static final Sweeping IDLE = new Sweeping(SweepAt.IDLE, false, false, false);

        Sweeping to(SweepAt next) {
            return new Sweeping(next, target, living, promise);
        }
    }

    enum SweepAt {
        IDLE,
        LISTED,
        READ,
        SURVEYED,
        DELETES_SERVICE,
        DELETES_PROJECT,
        VERIFIED
    }

    static State initial(int sweepers) {
        return new State(
                Cloud.empty(),
                Disk.blank(),
                SessionAt.PLANNED,
                WatchdogAt.GONE,
                Collections.nCopies(sweepers, Sweeping.IDLE),
                false,
                false);
    }

    /** Nothing exists, nothing comes, and nobody has anything left to do. */
    boolean clean() {
        return cloud.nothing()
                && disk.journal() == Journal.NONE
                && session == SessionAt.ENDED
                && watchdog == WatchdogAt.GONE;
    }

    /** Only sweeps and the clock are left to act, and the clock changes nothing any more. */
    boolean resting() {
        return session == SessionAt.ENDED
                && watchdog == WatchdogAt.GONE
                && !cloud.underWay()
                && cloud.expiresIn() == 0
                && !disk.young()
                && sweepers.stream().allMatch(Sweeping.IDLE::equals);
    }

    /** Journal, watchdog, or the tags. */
    boolean someNetKnowsWhatExists() {
        return cloud.nothing() || disk.open() || watchdog.knows() || cloud.tagged() || session == SessionAt.PLANNED;
    }

    /** While the machine stands nothing is left to the expiry alone, unless it was kept. */
    boolean theMachineKnowsWhatExists() {
        return cloud.nothing() || disk.lost() || kept || disk.open() || watchdog.knows();
    }

    State with(Cloud now) {
        return new State(now, disk, session, watchdog, sweepers, kept, robbed);
    }

    State with(Disk now) {
        return new State(cloud, now, session, watchdog, sweepers, kept, robbed);
    }

    State with(SessionAt now) {
        return new State(cloud, disk, now, watchdog, sweepers, kept, robbed);
    }

    State with(WatchdogAt now) {
        return new State(cloud, disk, session, now, sweepers, kept, robbed);
    }

    State with(int sweeper, Sweeping now) {
        List<Sweeping> all = new ArrayList<>(sweepers);
        all.set(sweeper, now);
        return new State(cloud, disk, session, watchdog, List.copyOf(all), kept, robbed);
    }

    State keeping() {
        return new State(cloud, disk, session, watchdog, sweepers, true, robbed);
    }

    /** Somebody who is not the session has deleted something. */
    State afterDeletionByAnother(Cloud now) {
        return new State(now, disk, session, watchdog, sweepers, kept, robbed || session.needsTheProject());
    }
}

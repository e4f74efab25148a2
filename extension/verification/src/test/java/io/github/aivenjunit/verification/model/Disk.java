package io.github.aivenjunit.verification.model;

/**
 * The session's journal and its lock, on the session's machine.
 *
 * @param young whether the last line is younger than {@code SweepRun.LATE_CREATE}
 * @param lock who holds it
 * @param lost whether the machine is gone, with everything on it
 */
record Disk(Journal journal, boolean young, Holder lock, boolean lost) {

    enum Journal {
        NONE,
        /** A file without an open lease. */
        EMPTY,
        /** A lease that is not released. */
        OPEN
    }

    enum Holder {
        NOBODY,
        SESSION,
        WATCHDOG,
        SWEEP_1,
        SWEEP_2
    }

    static Disk blank() {
        return new Disk(Journal.NONE, false, Holder.NOBODY, false);
    }

    boolean open() {
        return journal == Journal.OPEN;
    }

    boolean free() {
        return lock == Holder.NOBODY;
    }

    Disk written(Journal now) {
        return new Disk(now, now == Journal.OPEN, lock, lost);
    }

    Disk lockedBy(Holder holder) {
        return new Disk(journal, young, holder, lost);
    }

    /** The system frees the lock of a process that ends. */
    Disk without(Holder holder) {
        return lock == holder ? lockedBy(Holder.NOBODY) : this;
    }

    /** {@code SessionJournal.close}: the file goes when no lease is left in it. */
    Disk closedBy(Holder holder) {
        Disk closed = journal == Journal.EMPTY ? written(Journal.NONE) : this;
        return closed.without(holder);
    }

    Disk older() {
        return new Disk(journal, false, lock, lost);
    }

    Disk gone() {
        return new Disk(Journal.NONE, false, Holder.NOBODY, true);
    }
}

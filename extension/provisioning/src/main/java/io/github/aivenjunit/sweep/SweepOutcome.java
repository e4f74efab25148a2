package io.github.aivenjunit.sweep;

/** What a sweep did with something that it found. */
public enum SweepOutcome {

    /** Nothing, because it was a dry run; otherwise it would have been deleted. */
    DELETABLE,

    /** It was deleted, and is verified to be gone. */
    DELETED,

    /** The project is empty and costs nothing; Aiven keeps its name until a balance is settled. */
    TOMBSTONE,

    /** Nothing, because one of the checks refused. */
    REFUSED,

    /** It was to be deleted, or to be looked at, and could not be. It may cost money. */
    LEFT
}

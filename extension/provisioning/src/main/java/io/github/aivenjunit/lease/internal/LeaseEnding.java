package io.github.aivenjunit.lease.internal;

/** Why a lease covers nothing any more. */
public enum LeaseEnding {

    /** Everything was deleted, and verified to be gone. */
    DELETED,

    /** The project is empty; Aiven keeps its name until a balance is settled. */
    TOMBSTONE,

    /** Another session has a lease on the same project, and deletes it. */
    HANDED_OVER,

    /** Somebody wanted to look at it; it ends with its expiry. */
    KEPT
}

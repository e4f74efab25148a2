package io.github.aivenjunit.share.internal;

import io.github.aivenjunit.lease.internal.Lease;

/** What a session that wants a shared project does next. */
public sealed interface Turn {

    /** It creates the project, and says how that ended. */
    record Create() implements Turn {}

    /**
     * It uses the project that is there.
     *
     * @param lease its own lease on the project
     */
    record Join(Lease lease) implements Turn {}

    /** It takes what it has begun itself, for whoever comes first. */
    record Own() implements Turn {}

    /** Somebody else creates the project. */
    record Wait() implements Turn {}

    /** Somebody else could not create the project. */
    record Failed(String message) implements Turn {}
}

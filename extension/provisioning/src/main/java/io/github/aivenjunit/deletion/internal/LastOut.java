package io.github.aivenjunit.deletion.internal;

import io.github.aivenjunit.lease.internal.Lease;

/** Tells whether what a lease covers is used by nobody else. Thread-safe. */
@FunctionalInterface
public interface LastOut {

    /**
     * Leaves it. From a {@code true} on nobody else begins to use it.
     *
     * @return whether it is to be deleted; otherwise somebody else will, and the lease is released
     */
    boolean leave(Lease lease);
}

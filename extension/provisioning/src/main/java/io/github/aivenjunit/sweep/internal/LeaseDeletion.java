package io.github.aivenjunit.sweep.internal;

import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.lease.internal.Lease;

/** The one deleter, as far as a sweep knows it. */
@FunctionalInterface
public interface LeaseDeletion {

    /** Deletes what the lease covers, and verifies that it is gone. Never throws because of the API. */
    DeletionResult delete(Lease lease);
}

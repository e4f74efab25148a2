package io.github.aivenjunit.sweep.internal;

import io.github.aivenjunit.journal.internal.SessionJournal;
import io.github.aivenjunit.lease.internal.LeaseEnding;
import io.github.aivenjunit.lease.internal.LeaseNotice;
import java.time.Instant;
import java.util.Set;

/**
 * What a dead session has promised to delete and did not.
 *
 * @param lease the lease
 * @param services what was or would have been created under it
 * @param run the session's run
 * @param owner who to ask
 * @param lastWritten when the session wrote to its journal for the last time
 * @param journal takes the news; closed in a dry run
 */
record Promise(
        LeaseNotice lease,
        Set<String> services,
        String run,
        String owner,
        Instant lastWritten,
        SessionJournal journal) {

    String project() {
        return lease.project();
    }

    void kept(LeaseEnding how) {
        journal.released(lease.id(), how);
    }
}

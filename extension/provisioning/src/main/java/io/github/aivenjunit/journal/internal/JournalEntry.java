package io.github.aivenjunit.journal.internal;

import io.github.aivenjunit.lease.internal.LeaseEnding;
import io.github.aivenjunit.lease.internal.LeaseNotice;
import java.net.URI;
import java.time.Instant;

/** One line of a journal. It never holds a secret. */
public sealed interface JournalEntry {

    /**
     * The first line: who writes.
     *
     * @param endpoint the API that the session talks to
     * @param run the test run
     * @param owner who to ask
     * @param process the process that writes
     * @param opened since when
     */
    record Opened(URI endpoint, String run, String owner, long process, Instant opened) implements JournalEntry {}

    record Acquired(LeaseNotice lease) implements JournalEntry {}

    record Covered(long lease, String service) implements JournalEntry {}

    record Renewed(long lease, Instant expires) implements JournalEntry {}

    record Released(long lease, LeaseEnding ending) implements JournalEntry {}
}

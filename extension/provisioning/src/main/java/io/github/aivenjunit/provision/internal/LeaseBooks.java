package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.config.SafetyConfig;
import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.SessionJournal;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.LeaseLog;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.project.Mode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The leases of a session, one book for each home, each with what remembers it beyond this JVM. Thread-safe. */
final class LeaseBooks implements AutoCloseable {

    private final SafetyConfig safety;
    private final ProjectNames names;
    private final Clock clock;
    private final Map<Home, LeaseBook> books = new HashMap<>();
    private boolean refusing;
    private final List<SessionJournal> journals = new ArrayList<>();

    LeaseBooks(SafetyConfig safety, ProjectNames names, Clock clock) {
        this.safety = safety;
        this.names = names;
        this.clock = clock;
    }

    /**
     * The book for a home.
     *
     * @throws io.github.aivenjunit.journal.internal.JournalException if nothing would remember its leases
     */
    synchronized LeaseBook book(Home home, AivenConfig config, Ownership ownership) {
        LeaseBook book = books.computeIfAbsent(home, key -> new LeaseBook(log(key, config, ownership)));
        if (refusing) {
            book.close();
        }
        return book;
    }

    /** A lease that is not released, and where it was taken. */
    record HeldLease(Home home, Lease lease) {}

    synchronized List<HeldLease> open() {
        return books.entrySet().stream()
                .flatMap(book -> book.getValue().open().stream().map(lease -> new HeldLease(book.getKey(), lease)))
                .toList();
    }

    /** From now on nothing is created: the JVM is about to end. */
    synchronized void refuse() {
        refusing = true;
        books.values().forEach(LeaseBook::close);
    }

    private LeaseLog log(Home home, AivenConfig config, Ownership ownership) {
        if (home.mode() == Mode.EMULATED) {
            return LeaseLog.none();
        }
        SessionJournal journal = new Journal(safety.journal(), clock)
                .open(
                        ProcessHandle.current().pid() + "-" + names.random() + names.random(),
                        config.url(),
                        ownership.run(),
                        ownership.owner());
        journals.add(journal);
        return journal;
    }

    @Override
    public synchronized void close() {
        journals.forEach(SessionJournal::close);
    }
}

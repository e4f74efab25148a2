package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.config.HostJvm;
import io.github.aivenjunit.config.SafetyConfig;
import io.github.aivenjunit.config.WatchdogMode;
import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.SessionJournal;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.LeaseLog;
import io.github.aivenjunit.lease.internal.LeaseLogs;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.watchdog.internal.Charge;
import io.github.aivenjunit.watchdog.internal.Limits;
import io.github.aivenjunit.watchdog.internal.Watchdog;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The leases of a session, one book for each home, each with what remembers it beyond this JVM. Thread-safe. */
final class LeaseBooks implements AutoCloseable {

    /** How long after the death of a session, or its interruption, a create of its may still come through. */
    static final Duration SETTLING = Duration.ofSeconds(30);

    /** A watchdog has more patience than a session: nobody waits for it. */
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(10);

    private final SafetyConfig safety;
    private final ProjectNames names;
    private final Clock clock;
    private final Map<Home, LeaseBook> books = new HashMap<>();
    private boolean refusing;
    private boolean closed;
    private final Map<Home, SessionJournal> journals = new HashMap<>();
    private final List<Watchdog> watchdogs = new ArrayList<>();

    LeaseBooks(SafetyConfig safety, ProjectNames names, Clock clock) {
        this.safety = safety;
        this.names = names;
        this.clock = clock;
    }

    /**
     * The book for a home.
     *
     * @throws IllegalStateException if this is closed
     * @throws io.github.aivenjunit.journal.internal.JournalException if nothing would remember its leases
     * @throws io.github.aivenjunit.watchdog.internal.WatchdogException if a watchdog is required and does not run
     */
    synchronized LeaseBook book(Home home, AivenConfig config, Ownership ownership) {
        if (closed) {
            throw new IllegalStateException("The session is closed. Open another one.");
        }
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

    /** The files of this session. */
    synchronized Set<Path> files() {
        return journals.values().stream().map(SessionJournal::file).collect(Collectors.toSet());
    }

    /** The file that remembers the leases of a home, whose book is open. */
    synchronized Path file(Home home) {
        return Optional.ofNullable(journals.get(home))
                .orElseThrow(() -> new IllegalStateException("An emulated project has no journal. Share it in memory."))
                .file();
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
        journals.put(home, journal);
        if (safety.watchdog() == WatchdogMode.OFF) {
            return journal;
        }
        return new LeaseLogs(List.of(journal, watchdog(charge(journal, config, ownership))));
    }

    private Watchdog watchdog(Charge charge) {
        Watchdog watchdog = Watchdog.start(safety.watchdog(), charge, HostJvm.current(), Limits.standard());
        watchdogs.add(watchdog);
        return watchdog;
    }

    private static Charge charge(SessionJournal journal, AivenConfig config, Ownership ownership) {
        Duration patience = config.deletionTimeout().multipliedBy(2);
        return new Charge(
                config.token()
                        .orElseThrow(() -> new IllegalStateException(
                                "A project on Aiven was planned without an API token. Set AIVEN_TOKEN."))
                        .reveal(),
                config.url(),
                config.organization(),
                journal.file(),
                ownership.run(),
                ownership.owner(),
                SETTLING,
                patience.compareTo(SHORTEST_LIFE) > 0 ? patience : SHORTEST_LIFE,
                HostJvm.current().network());
    }

    @Override
    public synchronized void close() {
        closed = true;
        // A watchdog that has something left to do can begin when nobody holds the journal any more.
        journals.values().forEach(SessionJournal::close);
        watchdogs.forEach(Watchdog::close);
    }
}

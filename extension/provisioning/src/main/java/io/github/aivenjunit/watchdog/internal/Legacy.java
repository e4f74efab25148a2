package io.github.aivenjunit.watchdog.internal;

import io.github.aivenjunit.deletion.internal.DeletionApi;
import io.github.aivenjunit.deletion.internal.ProjectDeleter;
import io.github.aivenjunit.journal.internal.DeadJournal;
import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.JournalContents;
import io.github.aivenjunit.journal.internal.JournalEntry;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.LeaseLog;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.share.internal.Partners;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * What a dead session has left. It is deleted by whoever holds the lock of the session's journal, so a session that
 * lives is never touched; and the journal, which hears of every lease first, is believed rather than the pipe.
 *
 * @param told the lines that came through the pipe, for a journal that somebody has deleted
 */
record Legacy(Charge charge, List<String> told, DeletionApi api, Executor executor) {

    /** The system frees the lock a moment after it has closed the pipe. */
    private static final GrowingPauses FOR_THE_LOCK = new GrowingPauses(Duration.ofMillis(2), Duration.ofMillis(200));

    private static final GrowingPauses FOR_THE_API = new GrowingPauses(Duration.ofMillis(100), Duration.ofSeconds(5));

    /** Deletes everything at once, and returns when it is gone or the time is over. */
    void delete() throws InterruptedException {
        long end = System.nanoTime() + charge.life().toNanos();
        Optional<Optional<DeadJournal>> taken = FOR_THE_LOCK.until(charge.life(), this::takeOver);
        if (taken.isEmpty()) {
            return;
        }
        Optional<DeadJournal> dead = taken.get();
        partners().bury(charge.journal());
        try {
            delete(
                    dead.map(DeadJournal::contents).orElseGet(() -> JournalContents.of(charge.journal(), told)),
                    dead.<LeaseLog>map(DeadJournal::journal).orElseGet(LeaseLog::none),
                    Duration.ofNanos(end - System.nanoTime()));
        } finally {
            dead.ifPresent(journal -> journal.journal().close());
            partners().tidy();
        }
    }

    /** The journal, or the certainty that there is none; empty while somebody else has it. */
    private Optional<Optional<DeadJournal>> takeOver() {
        Path file = charge.journal();
        Optional<DeadJournal> dead = journal().takeOver(file);
        return dead.isPresent() || !Files.exists(file) ? Optional.of(dead) : Optional.empty();
    }

    private Journal journal() {
        Path file = charge.journal();
        return new Journal(Optional.ofNullable(file.getParent()).orElse(file), Clock.systemUTC());
    }

    /** Who may still use what the dead session has used. */
    private Partners partners() {
        return new Partners(journal(), () -> Set.of(charge.journal()));
    }

    private void delete(JournalContents left, LeaseLog log, Duration atMost) {
        ProjectDeleter deleter = new ProjectDeleter(
                        api, executor, FOR_THE_API, atMost, charge.settling(), Clock.systemUTC())
                .after(partners());
        LeaseBook book = new LeaseBook(log);
        String run = left.opened().map(JournalEntry.Opened::run).orElse(charge.run());
        String owner = left.opened().map(JournalEntry.Opened::owner).orElse(charge.owner());
        // Waits for all of them, also when one fails.
        CompletableFuture.allOf(left.open().stream()
                        .map(open -> adopt(book, open, run, owner))
                        .map(lease -> CompletableFuture.runAsync(() -> deleter.delete(lease), executor))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private static Lease adopt(LeaseBook book, JournalContents.OpenLease open, String run, String owner) {
        Ownership ownership = new Ownership(run, owner, open.lease().expires());
        return book.adopt(open.lease(), open.services(), ownership);
    }
}

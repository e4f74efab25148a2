package io.github.aivenjunit.share.internal;

import io.github.aivenjunit.deletion.internal.LastOut;
import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.JournalContents;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseEnding;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions of this machine that may use the same project. Thread-safe.
 *
 * <p>Whoever leaves while another living session has a lease on the project releases its own, and the other deletes it
 * later. A watchdog or a sweep that holds the journal of a dead session counts as living: it leaves in its turn. Of two
 * that leave at once the second sees that the first has released.
 */
public final class Partners implements LastOut {

    private static final Logger logger = LoggerFactory.getLogger(Partners.class);

    private final Journal journal;
    private final Supplier<Set<Path>> own;
    private final RunDirectory directory;

    /**
     * The others.
     *
     * @param own the journals that do not count, because whoever asks holds them
     */
    public Partners(Journal journal, Supplier<Set<Path>> own) {
        this.journal = journal;
        this.own = own;
        this.directory = RunDirectory.beside(journal.directory());
    }

    @Override
    public boolean leave(Lease lease) {
        return !lease.wholeProject() || leave(lease.project(), () -> lease.release(LeaseEnding.HANDED_OVER));
    }

    /**
     * Leaves a project.
     *
     * @param handOver releases every lease of whoever asks, when somebody else deletes the project
     */
    public boolean leave(String project, Runnable handOver) {
        if (!directory.isUsed()) {
            return true;
        }
        try {
            return directory.inTurn(() -> isLastOut(project, handOver));
        } catch (UncheckedIOException e) {
            logger.warn(
                    "The shared projects in {} cannot be locked: {}. Make the directory writable.",
                    directory.directory(),
                    e.getMessage());
            return !isUsed(project);
        }
    }

    private boolean isLastOut(String project, Runnable handOver) {
        if (isUsed(project)) {
            handOver.run();
            return false;
        }
        directory.all().forEach((key, platform) -> {
            boolean forgotten = platform.state() != Platform.State.READY && !journal.isHeld(session(platform));
            if (platform.isReady(project) || forgotten) {
                directory.remove(key);
            }
        });
        ForkedClasses.in(directory.directory()).forEach(build -> build.forget(project));
        return true;
    }

    /** Forgets what a session that has ended was creating, so that whoever waits for it creates it. */
    public void bury(Path ended) {
        String session = String.valueOf(ended.getFileName());
        inTurnIfUsed("What the session " + session + " has shared", () -> {
            directory.all().forEach((key, platform) -> {
                if (platform.state() != Platform.State.READY
                        && platform.session().equals(session)) {
                    directory.remove(key);
                }
            });
            ForkedClasses.in(directory.directory()).forEach(build -> build.bury(session));
        });
    }

    /** Forgets the builds of which no session lives; for whoever has closed its journal. */
    public void tidy() {
        inTurnIfUsed(
                "What builds that are over have shared",
                () -> ForkedClasses.in(directory.directory()).stream()
                        .filter(build -> build.sessions()
                                .noneMatch(session ->
                                        journal.isHeld(journal.directory().resolve(session))))
                        .forEach(ForkedClasses::remove));
    }

    private void inTurnIfUsed(String what, Runnable work) {
        if (directory.isUsed()) {
            try {
                directory.inTurn(() -> {
                    work.run();
                    return true;
                });
            } catch (UncheckedIOException e) {
                logger.warn(
                        "{} cannot be forgotten: {}. Make {} writable.", what, e.getMessage(), directory.directory());
            }
        }
    }

    private Path session(Platform platform) {
        return journal.directory().resolve(platform.session());
    }

    private boolean isUsed(String project) {
        Set<Path> mine = own.get().stream().map(Partners::absolute).collect(Collectors.toSet());
        return journal.all().stream()
                .filter(contents -> leases(contents, project))
                .map(JournalContents::file)
                .filter(file -> !mine.contains(absolute(file)))
                .filter(journal::isHeld)
                // It may have been released between the look at its content and the look at its lock.
                .map(journal::contents)
                .flatMap(Optional::stream)
                .anyMatch(contents -> leases(contents, project));
    }

    private static boolean leases(JournalContents contents, String project) {
        return contents.open().stream()
                .anyMatch(open ->
                        open.lease().wholeProject() && open.lease().project().equals(project));
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }
}

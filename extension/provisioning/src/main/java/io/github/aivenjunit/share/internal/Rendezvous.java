package io.github.aivenjunit.share.internal;

import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.JournalException;
import io.github.aivenjunit.lease.internal.Lease;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where the sessions that want the same project meet. Thread-safe. */
public final class Rendezvous {

    private final Journal journal;
    private final String session;
    private final String key;
    private final RunDirectory directory;

    /**
     * The place for one project.
     *
     * @param own the journal of the session that comes here
     * @param key what the project's users have in common; names a file
     */
    public Rendezvous(Journal journal, Path own, String key) {
        this.journal = journal;
        this.session = String.valueOf(own.getFileName());
        this.key = key;
        this.directory = RunDirectory.beside(journal.directory());
    }

    /**
     * What the session does now. A project whose creator has died, or has ended after a failure, is created anew.
     *
     * @param lease takes the session's own lease on the project of this name
     */
    public Turn next(Function<String, Lease> lease) {
        return inTurn(() -> {
            Optional<Platform> known = directory.find(key);
            if (known.isPresent() && known.get().state() == Platform.State.READY) {
                return new Turn.Join(lease.apply(known.get().detail()));
            }
            boolean alive = known.filter(
                            platform -> journal.isHeld(journal.directory().resolve(platform.session())))
                    .isPresent();
            if (!alive) {
                directory.put(key, new Platform(Platform.State.CREATING, session, ""));
                return new Turn.Create();
            }
            return known.get().state() == Platform.State.FAILED
                    ? new Turn.Failed(known.get().detail())
                    : new Turn.Wait();
        });
    }

    /** The session has created the project, and has its lease on it. */
    public void created(String project) {
        put(new Platform(Platform.State.READY, session, project));
    }

    /** The session could not create the project. Who waits for it is told, as long as the session lives. */
    public void failed(String message) {
        put(new Platform(Platform.State.FAILED, session, message));
    }

    /** The project is gone, although nobody said so. */
    public void vanished(String project) {
        inTurn(() -> {
            if (directory
                    .find(key)
                    .filter(platform -> platform.isReady(project))
                    .isPresent()) {
                directory.remove(key);
            }
            return true;
        });
    }

    private void put(Platform platform) {
        inTurn(() -> {
            directory.put(key, platform);
            return true;
        });
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            return directory.inTurn(work);
        } catch (UncheckedIOException e) {
            throw new JournalException(
                    "The shared projects in " + directory.directory() + " cannot be used: " + e.getMessage()
                            + ". Make the directory writable, or set aiven.journal to another one.",
                    e);
        }
    }
}

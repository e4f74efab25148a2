package io.github.aivenjunit.share.internal;

import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.JournalException;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.share.internal.ForkedClass.State;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Where the forks of a build, which have one class after another from the build tool, tell each other whose project is
 * begun and which class is taken. A class has one project, and the fork that runs the class deletes it. Thread-safe.
 */
public final class BuildForks {

    private final Journal journal;
    private final RunDirectory directory;
    private final ForkedClasses classes;

    /** What a session that would begin a project ahead finds. */
    public enum Beginning {
        /** It is the session's to create. */
        BEGUN,
        /** Some fork runs the class, or has begun its project. */
        TAKEN,
        /** Enough is on its way. */
        FULL
    }

    /** How far a project is that this session has begun ahead. */
    public enum Claim {
        /** Not yet, or only by a fork that has ended since. */
        NONE,
        /** A fork waits for it. */
        EXPECTED,
        /** The fork that runs the class has its own lease. */
        JOINED,
        /** No fork will ever come. */
        UNWANTED
    }

    /**
     * The forks of one build.
     *
     * @param build names the file for one module of the build
     */
    public BuildForks(Journal journal, String build) {
        this.journal = journal;
        this.directory = RunDirectory.beside(journal.directory());
        this.classes = ForkedClasses.in(directory.directory(), build);
    }

    /**
     * Claims the creation of a project ahead of its class.
     *
     * @param window how many projects of the build may be on their way or waiting for their class
     */
    public Beginning begin(String key, String session, int window) {
        return inTurn(() -> {
            if (classes.all().containsKey(key)) {
                return Beginning.TAKEN;
            }
            long ahead = classes.all().values().stream()
                    .filter(known -> known.isAhead() && isHeld(known.creator()))
                    .count();
            if (ahead >= window) {
                return Beginning.FULL;
            }
            classes.put(new ForkedClass(key, State.CREATING, session, "", ""));
            return Beginning.BEGUN;
        });
    }

    /** The project that this session has begun is ready. */
    public void created(String key, String session, String project) {
        change(
                key,
                known -> known.creator().equals(session) && known.state() == State.CREATING,
                known -> known.ready(project));
    }

    /** This session has let go of the project, or could not create it. A class that comes now makes its own. */
    public void leave(String key, String session) {
        change(
                key,
                known -> known.creator().equals(session),
                known -> ForkedClass.alone(key, known.user().isEmpty() ? session : known.user()));
    }

    /** Takes back what no living fork has come for; tells whether that was so. From then on none can. */
    public boolean withdraw(String key, String session) {
        return inTurn(() -> {
            Optional<ForkedClass> known =
                    find(key).filter(found -> found.creator().equals(session));
            boolean mine = known.filter(found -> claim(found) == Claim.NONE).isPresent();
            if (mine) {
                classes.put(ForkedClass.alone(key, session));
            }
            return mine || known.isEmpty();
        });
    }

    /** Whether a fork has come for what this session has begun. */
    public Claim claim(String key) {
        return Optional.ofNullable(classes.all().get(key)).map(this::claim).orElse(Claim.NONE);
    }

    private Claim claim(ForkedClass known) {
        return switch (known.state()) {
            case JOINED -> Claim.JOINED;
            case UNWANTED -> Claim.UNWANTED;
            case ALONE, CREATING, READY -> isHeld(known.user()) ? Claim.EXPECTED : Claim.NONE;
        };
    }

    /**
     * A fork runs the class; what it does about its project.
     *
     * @param lease takes the session's own lease on the project of this name
     * @return to create, to join, to take its own, or to wait and ask again
     */
    public Turn take(String key, String session, Function<String, Lease> lease) {
        return inTurn(() -> {
            Optional<ForkedClass> offered =
                    find(key).filter(found -> found.isOffered() && isFor(found, session) && isHeld(found.creator()));
            if (offered.isEmpty()) {
                alone(key, session);
                return new Turn.Create();
            }
            ForkedClass found = offered.get();
            if (found.creator().equals(session)) {
                classes.put(ForkedClass.alone(key, session));
                return new Turn.Own();
            }
            if (found.state() == State.CREATING) {
                classes.put(found.usedBy(session));
                return new Turn.Wait();
            }
            Lease own = lease.apply(found.project());
            classes.put(found.usedBy(session).with(State.JOINED));
            return new Turn.Join(own);
        });
    }

    /** Nobody begins it ahead any more. */
    private void alone(String key, String session) {
        if (find(key).filter(found -> !found.user().isEmpty()).isEmpty()) {
            classes.put(ForkedClass.alone(key, session));
        }
    }

    /** The class that runs in this session's fork needs no project after all. */
    public void renounce(String key, String session) {
        inTurn(() -> {
            Optional<ForkedClass> offered = find(key).filter(found -> found.isOffered() && isFor(found, session));
            offered.ifPresentOrElse(
                    found -> classes.put(found.usedBy(session).with(State.UNWANTED)), () -> alone(key, session));
            return true;
        });
    }

    /** Whether no other session's fork runs the class, as far as is known. */
    private static boolean isFor(ForkedClass known, String session) {
        return known.user().isEmpty() || known.user().equals(session);
    }

    /** Whether nobody else than the fork that runs the class answers for its project any more. */
    public boolean isLetGo(String key) {
        return Optional.ofNullable(classes.all().get(key))
                .filter(known -> isHeld(known.creator()))
                .isEmpty();
    }

    private void change(String key, Predicate<ForkedClass> which, Function<ForkedClass, ForkedClass> how) {
        inTurn(() -> {
            find(key).filter(which).map(how).ifPresent(classes::put);
            return true;
        });
    }

    private Optional<ForkedClass> find(String key) {
        return Optional.ofNullable(classes.all().get(key));
    }

    private boolean isHeld(String session) {
        return !session.isEmpty() && journal.isHeld(journal.directory().resolve(session));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            return directory.inTurn(work);
        } catch (UncheckedIOException e) {
            throw new JournalException(
                    "The projects begun ahead in " + directory.directory() + " cannot be used: " + e.getMessage()
                            + ". Make the directory writable, or set aiven.journal to another one.",
                    e);
        }
    }
}

package io.github.aivenjunit.emulator.engine;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The search for the program that an engine runs. Happens at the first question, and its outcome stays. Thread-safe.
 *
 * <pre>{@code
 * ProgramPath path = new ProgramPath("/usr/local/bin:/usr/bin");
 * new ProgramSearch<>("The look for a Valkey server was interrupted; run the tests again.", () ->
 *         path.first(List.of("valkey-server"), this::examine)
 *                 .map(ProgramSelection::of)
 *                 .orElseGet(() -> ProgramSelection.none("Put valkey-server on the PATH.")));
 * }</pre>
 *
 * @param <P> what is known of a program
 */
public final class ProgramSearch<P> {

    private final String interruption;
    private final Attempt<P> attempt;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ProgramSelection<P> found;

    /**
     * Searches nothing yet.
     *
     * @param interruption the objection while the search was interrupted
     * @param attempt how to search
     */
    public ProgramSearch(String interruption, Attempt<P> attempt) {
        this.interruption = interruption;
        this.attempt = attempt;
    }

    /**
     * The program, or why there is none. An interrupt ends the search and stays set; the next call searches again.
     */
    public ProgramSelection<P> select() {
        lock.lock();
        try {
            if (found == null) {
                found = attempt.search();
            }
            return found;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ProgramSelection.none(interruption);
        } finally {
            lock.unlock();
        }
    }

    /**
     * One search from beginning to end.
     *
     * @param <P> what is known of a program
     */
    @FunctionalInterface
    public interface Attempt<P> {

        /** Finds the program, or says why there is none, as one sentence that tells what to do. */
        ProgramSelection<P> search() throws InterruptedException;
    }
}

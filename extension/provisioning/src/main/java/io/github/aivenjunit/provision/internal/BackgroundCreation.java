package io.github.aivenjunit.provision.internal;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * The creation of something on another thread, which can be called off. Only the creation is ever interrupted, not what
 * undoes it. Thread-safe.
 */
final class BackgroundCreation<T> {

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private Optional<Thread> creator = Optional.empty();
    private boolean calledOff;

    /**
     * Creates, on the calling thread.
     *
     * @param undo removes what a failure has left, and tells what to throw
     */
    void run(Callable<T> create, Function<Exception, RuntimeException> undo) {
        try {
            result.complete(create(create));
        } catch (Exception e) {
            result.completeExceptionally(undo.apply(e));
        } catch (Error e) {
            // Whoever waits must not wait for ever.
            result.completeExceptionally(e);
            throw e;
        }
    }

    private T create(Callable<T> create) throws Exception {
        enter();
        try {
            return create.call();
        } finally {
            leave();
        }
    }

    private synchronized void enter() throws InterruptedException {
        if (calledOff) {
            throw new InterruptedException("Called off before it began.");
        }
        creator = Optional.of(Thread.currentThread());
    }

    private synchronized void leave() {
        creator = Optional.empty();
        // The thread goes back to its pool, or on to a deletion, and nobody else asks for the interrupt.
        Thread.interrupted();
    }

    /** It will never run, because no thread could be had. */
    void refused(RuntimeException why) {
        result.completeExceptionally(why);
    }

    /** Interrupts the creation, or keeps it from beginning. Does nothing when it has ended. */
    synchronized void callOff() {
        calledOff = true;
        creator.ifPresent(Thread::interrupt);
    }

    /** Whether nothing of it runs any more. */
    boolean hasEnded() {
        return result.isDone();
    }

    /** Waits until nothing of it runs any more, whatever came of it. An interrupt does not shorten that. */
    void awaitEnd() {
        boolean unused = result.handle((created, failure) -> true).join();
    }

    /** What was created, or what {@code undo} made of the failure. */
    T join() throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("The creation ended as it never should. See the cause.", e.getCause());
        }
    }
}

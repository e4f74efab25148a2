package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.deletion.DeletionFailedException;
import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.provision.ProvisionedProject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletions that nobody but the session waits for. Thread-safe. */
final class BackgroundDeletions {

    private static final Logger logger = LoggerFactory.getLogger(BackgroundDeletions.class);

    private final Executor executor;
    private final List<CompletableFuture<Void>> begun = new ArrayList<>();

    BackgroundDeletions(Executor executor) {
        this.executor = executor;
    }

    /** Begins a deletion; where no thread can be had any more, it happens here. */
    void begin(ProvisionedProject project, String owner) {
        try {
            CompletableFuture<Void> deletion = CompletableFuture.runAsync(() -> delete(project, owner), executor);
            synchronized (begun) {
                begun.removeIf(CompletableFuture::isDone);
                begun.add(deletion);
            }
        } catch (RejectedExecutionException e) {
            delete(project, owner);
        }
    }

    /** Waits for all that have begun. */
    void await() {
        List<CompletableFuture<Void>> all;
        synchronized (begun) {
            all = List.copyOf(begun);
        }
        all.forEach(CompletableFuture::join);
    }

    private static void delete(ProvisionedProject project, String owner) {
        try {
            DeletionResult result = project.delete();
            if (result.outcome() instanceof DeletionResult.Outcome.Left left) {
                logger.error(
                        "The project of {} could not be deleted in the background: {}",
                        owner,
                        new DeletionFailedException(result.project(), left).getMessage());
            }
        } catch (RuntimeException e) {
            // The session tries again at its end, and its ledger says what is left then.
            logger.error("The project of {} could not be deleted in the background", owner, e);
        }
    }
}

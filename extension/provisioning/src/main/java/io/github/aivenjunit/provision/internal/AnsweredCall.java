package io.github.aivenjunit.provision.internal;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets a create be answered although its caller is interrupted, for a moment: one that was not answered may still take
 * effect, and its deletion has to wait for that.
 */
final class AnsweredCall {

    private static final Duration GRACE = Duration.ofSeconds(5);

    private AnsweredCall() {}

    /** Makes the call on a thread of the executor and throws what it throws. */
    static void run(Executor executor, Runnable call) throws InterruptedException {
        FutureTask<Boolean> task = new FutureTask<>(call, true);
        executor.execute(task);
        try {
            task.get();
        } catch (ExecutionException e) {
            throw unchecked(e);
        } catch (InterruptedException e) {
            awaitBriefly(task);
            throw e;
        }
    }

    private static void awaitBriefly(FutureTask<Boolean> task) {
        try {
            task.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            task.cancel(true);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException unchecked(ExecutionException failure) {
        if (failure.getCause() instanceof RuntimeException runtime) {
            return runtime;
        }
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("The call ended as it never should. See the cause.", failure.getCause());
    }
}

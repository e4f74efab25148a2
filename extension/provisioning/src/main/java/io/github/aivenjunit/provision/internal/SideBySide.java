package io.github.aivenjunit.provision.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs work side by side. The first failure interrupts the rest, and nothing of it is still running when {@link #run}
 * returns: what follows may be a deletion.
 */
final class SideBySide<T> {

    private final Executor executor;
    private final List<FutureTask<T>> tasks = new ArrayList<>();
    private final BlockingQueue<FutureTask<T>> ended = new LinkedBlockingQueue<>();

    SideBySide(Executor executor) {
        this.executor = executor;
    }

    /** The results in the order of the work. */
    List<T> run(List<Callable<T>> work) throws Exception {
        CountDownLatch running = new CountDownLatch(work.size());
        work.forEach(item -> tasks.add(new FutureTask<>(item)));
        int handedOver = 0;
        try {
            for (FutureTask<T> task : tasks) {
                executor.execute(() -> {
                    try {
                        task.run();
                    } finally {
                        ended.add(task);
                        running.countDown();
                    }
                });
                handedOver++;
            }
            for (int i = 0; i < tasks.size(); i++) {
                ended.take().get();
            }
            List<T> results = new ArrayList<>();
            for (FutureTask<T> task : tasks) {
                results.add(task.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception exception) {
                throw exception;
            }
            throw e;
        } finally {
            tasks.forEach(task -> task.cancel(true));
            // The executor may have refused some, and the others run all the same.
            for (int i = handedOver; i < tasks.size(); i++) {
                running.countDown();
            }
            awaitEnd(running);
        }
    }

    private static void awaitEnd(CountDownLatch running) {
        boolean interrupted = false;
        while (true) {
            try {
                running.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.github.aivenjunit.sweep.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Work side by side, but only so much of it: the API's limit is shared with whoever tests. */
final class Lanes implements AutoCloseable {

    /** A deletion is about ten requests, and the API allows about 120 a minute. */
    private static final int COUNT = 4;

    private final ExecutorService executor =
            Executors.newFixedThreadPool(COUNT, new DaemonThreads("aiven-junit-sweep"));

    /** The results in the order of the work. */
    <T, R> List<R> map(List<T> work, Function<T, R> step) {
        List<CompletableFuture<R>> steps = work.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> step.apply(one), executor))
                .toList();
        return steps.stream().map(CompletableFuture::join).toList();
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}

package io.github.aivenjunit.benchmarks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A service that is being built. Times are those of the emulator since its start. Thread-safe.
 *
 * @param created when it was ordered
 * @param running when it becomes RUNNING
 * @param found completed when its client calls it ready
 */
record Built(int number, String project, Duration created, Duration running, CompletableFuture<Duration> found) {

    String name() {
        return "s" + number;
    }

    boolean found(Duration at) {
        return found.complete(at);
    }

    Duration lag() {
        return found.join().minus(running);
    }

    Duration waited() {
        return found.join().minus(created);
    }
}

package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.sweep.SweepItem;
import io.github.aivenjunit.sweep.SweepReport;
import io.github.aivenjunit.sweep.SweepRequest;
import io.github.aivenjunit.sweep.internal.DaemonThreads;
import io.github.aivenjunit.sweep.internal.Sweeper;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what earlier runs have left while this one goes its own way: it never delays or fails a test, and at the end of
 * the session only what is under way is waited for, and not for long. Thread-safe.
 */
final class BackgroundSweep implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(BackgroundSweep.class);

    /** Enough for the calls of deletions under way; what is left is found by the next sweep. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final boolean enabled;
    private final Map<Home, CountDownLatch> sweeps = new HashMap<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final ThreadFactory threads = new DaemonThreads("aiven-junit-background-sweep");

    BackgroundSweep(boolean enabled) {
        this.enabled = enabled;
    }

    /** Begins the sweep of a home, unless it has begun before. Returns at once. */
    synchronized void begin(Home home, Sweeper sweeper, SweepRequest request) {
        if (enabled && !ended.get() && !sweeps.containsKey(home)) {
            CountDownLatch done = new CountDownLatch(1);
            sweeps.put(home, done);
            threads.newThread(() -> sweep(sweeper, request, done)).start();
        }
    }

    private void sweep(Sweeper sweeper, SweepRequest request, CountDownLatch done) {
        try {
            report(sweeper.sweepBriefly(request, ended::get));
        } catch (RuntimeException e) {
            // Nobody waits for this thread, and nothing that it does may end a test.
            if (!ended.get()) {
                logger.warn("What earlier runs have left could not be looked for: {}", e.getMessage());
            }
        } finally {
            done.countDown();
        }
    }

    private static void report(SweepReport report) {
        report.items().forEach(BackgroundSweep::report);
        report.others()
                .forEach(other -> logger.debug(
                        "The journal {} belongs to {}, not to {}; it is left to a sweep there",
                        other.file(),
                        other.endpoint(),
                        report.endpoint()));
    }

    private static void report(SweepItem item) {
        String what = item.service()
                .map(service -> "Service " + service + " of project " + item.project())
                .orElse("Project " + item.project());
        String whose = item.run().map(run -> " of run " + run).orElse("");
        switch (item.outcome()) {
            case DELETED -> logger.info("{}{} was left behind and is deleted: {}", what, whose, item.reason());
            case TOMBSTONE ->
                logger.info("{}{} is empty and costs nothing; Aiven keeps it: {}", what, whose, item.reason());
            case LEFT ->
                logger.warn(
                        "{}{} was left behind and could not be deleted: {}. It may cost money; the next sweep tries it"
                                + " again",
                        what,
                        whose,
                        item.reason());
            case REFUSED, DELETABLE -> logger.debug("{}{} is not swept: {}", what, whose, item.reason());
        }
    }

    /** Begins no more deletions, and waits for those under way, but not for long. */
    @Override
    public void close() {
        ended.set(true);
        long deadline = System.nanoTime() + LAST_WAIT.toNanos();
        try {
            for (CountDownLatch sweep : begun().values()) {
                if (!sweep.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    logger.info(
                            "The sweep of earlier runs' leftovers is not finished; the next session goes on with it");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Map<Home, CountDownLatch> begun() {
        return Map.copyOf(sweeps);
    }
}

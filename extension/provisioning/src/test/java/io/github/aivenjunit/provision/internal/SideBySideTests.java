package io.github.aivenjunit.provision.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SideBySideTests {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CountDownLatch started = new CountDownLatch(2);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();

    @AfterEach
    void endThreads() throws InterruptedException {
        executor.shutdownNow();
        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theResultsStandInTheOrderOfTheWork() throws Exception {
        CountDownLatch second = new CountDownLatch(1);

        List<String> results = sideBySide()
                .run(List.of(
                        () -> {
                            second.await();
                            return "first";
                        },
                        () -> {
                            second.countDown();
                            return "second";
                        }));

        assertThat(results).containsExactly("first", "second");
    }

    @Test
    void noWorkHasNoResults() throws Exception {
        assertThat(sideBySide().run(List.of())).isEmpty();
    }

    @Test
    void theFirstFailureInterruptsTheRestAndNothingRunsAfterwards() {
        IOException failure = new IOException("first");

        assertThatThrownBy(() -> sideBySide().run(List.of(endless(), endless(), () -> {
                    started.await();
                    throw failure;
                })))
                .isSameAs(failure);

        assertThat(interrupted).hasValue(2);
        assertThat(running).hasValue(0);
    }

    @Test
    void anErrorIsTheCause() {
        AssertionError error = new AssertionError("broken");

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> sideBySide().run(List.of(() -> {
                    throw error;
                })))
                .havingCause()
                .isSameAs(error);
    }

    @Test
    void anInterruptOfTheCallerEndsTheWork() throws Exception {
        FutureTask<Integer> call = new FutureTask<>(() -> {
            try {
                sideBySide().run(List.of(endless(), endless()));
                return -1;
            } catch (InterruptedException e) {
                return running.get();
            }
        });
        Thread caller = new Thread(call, "caller");
        caller.start();
        started.await();

        caller.interrupt();

        assertThat(call.get(30, TimeUnit.SECONDS)).as("still running").isZero();
        assertThat(interrupted).hasValue(2);
        caller.join();
    }

    @Test
    void anInterruptWhileTheRestEndsIsKeptForLater() {
        Thread caller = Thread.currentThread();
        IOException failure = new IOException("first");
        Callable<String> interruptsItsCaller = () -> {
            try {
                return endless().call();
            } catch (InterruptedException e) {
                caller.interrupt();
                running.incrementAndGet();
                pause();
                running.decrementAndGet();
                throw e;
            }
        };

        assertThatThrownBy(() -> sideBySide().run(List.of(interruptsItsCaller, endless(), () -> {
                    started.await();
                    throw failure;
                })))
                .isSameAs(failure);

        assertThat(running).hasValue(0);
        assertThat(caller.isInterrupted()).isTrue();
    }

    @Test
    void whatTheExecutorRefusesEndsTheRest() {
        AtomicInteger accepted = new AtomicInteger();
        Executor full = command -> {
            if (accepted.incrementAndGet() > 2) {
                awaitStart();
                throw new RejectedExecutionException("full");
            }
            executor.execute(command);
        };

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> new SideBySide<String>(full).run(List.of(endless(), endless(), () -> "never")));

        assertThat(interrupted).hasValue(2);
        assertThat(running).hasValue(0);
    }

    private SideBySide<String> sideBySide() {
        return new SideBySide<>(executor);
    }

    /** Work that ends by an interrupt only, and not at once. */
    private Callable<String> endless() {
        return () -> {
            running.incrementAndGet();
            started.countDown();
            try {
                new CountDownLatch(1).await();
                return "never";
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                pause();
                throw e;
            } finally {
                running.decrementAndGet();
            }
        };
    }

    /** Long enough for a caller that does not wait to come back first. */
    private static void pause() throws InterruptedException {
        assertThat(new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS)).isFalse();
    }

    private void awaitStart() {
        try {
            started.await();
        } catch (InterruptedException e) {
            throw new RejectedExecutionException(e);
        }
    }
}

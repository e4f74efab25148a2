package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.PollInterval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PollerTests {

    private static final Duration PLENTY = Duration.ofSeconds(30);

    private final Poller poller = new Poller(Duration.ofMillis(10));
    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void resetAwaitility() {
        Awaitility.reset();
    }

    @Test
    void returnsTheFirstValue() throws Exception {
        assertThat(poller.until(PLENTY, this::thirdTime)).contains("value 3");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void isEmptyWhenTheTimeRanOut() throws Exception {
        assertThat(poller.until(Duration.ofMillis(50), this::never)).isEmpty();
        assertThat(attempts.get()).isPositive();
    }

    @Test
    void attemptsAtLeastOnceHoweverShortTheTime() throws Exception {
        assertThat(poller.until(Duration.ofMillis(1), () -> Optional.of("value")))
                .contains("value");
    }

    @Test
    void aValueThatComesAfterTheEndStillCounts() throws Exception {
        CountDownLatch longerThanTheTime = new CountDownLatch(1);

        Optional<String> value = poller.until(Duration.ofMillis(5), () -> {
            assertThat(longerThanTheTime.await(50, TimeUnit.MILLISECONDS)).isFalse();
            return Optional.of("late");
        });

        assertThat(value).contains("late");
    }

    @Test
    void attemptsInTheThreadOfTheCaller() throws Exception {
        assertThat(poller.until(PLENTY, () -> Optional.of(Thread.currentThread())))
                .contains(Thread.currentThread());
    }

    @ParameterizedTest
    @MethodSource
    void whatAnAttemptThrowsComesThrough(Throwable thrown) {
        assertThatThrownBy(() -> poller.until(PLENTY, () -> {
                    attempts.incrementAndGet();
                    if (thrown instanceof Exception exception) {
                        throw exception;
                    }
                    throw (Error) thrown;
                }))
                .isSameAs(thrown);
        assertThat(attempts).hasValue(1);
    }

    static List<Throwable> whatAnAttemptThrowsComesThrough() {
        return List.of(
                new IOException("checked"),
                new IllegalStateException("unchecked"),
                new InterruptedException("in the attempt"),
                new AssertionError("error"));
    }

    @Test
    void anInterruptBetweenTwoAttemptsEndsTheWaitAndIsConsumed() {
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> poller.until(PLENTY, () -> {
                    Thread.currentThread().interrupt();
                    return never();
                }))
                .withMessage("Interrupted while waiting.");

        assertThat(attempts).hasValue(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptFromBeforeEndsTheWait() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> poller.until(PLENTY, this::never));

        assertThat(attempts.get()).isLessThanOrEqualTo(1);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptFromOutsideEndsTheWaitWithinAPause() throws Exception {
        CountDownLatch waiting = new CountDownLatch(5);
        FutureTask<Optional<String>> task = new FutureTask<>(() -> poller.until(Duration.ofHours(1), () -> {
            waiting.countDown();
            return never();
        }));
        Thread waiter = new Thread(task, "waiter");
        waiter.start();
        assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();

        waiter.interrupt();

        assertThatThrownBy(() -> task.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        waiter.join();
    }

    @Test
    void pausesGrowByHalfUpToTheLongest() {
        assertThat(pauses(new Poller(Duration.ofMillis(20)), 6))
                .containsExactly(
                        Duration.ofMillis(5),
                        Duration.ofNanos(7_500_000),
                        Duration.ofNanos(11_250_000),
                        Duration.ofNanos(16_875_000),
                        Duration.ofMillis(20),
                        Duration.ofMillis(20));
    }

    @Test
    void noPauseIsLongerThanTheLongest() {
        assertThat(pauses(new Poller(Duration.ofMillis(2)), 2))
                .containsExactly(Duration.ofMillis(2), Duration.ofMillis(2));
    }

    @Test
    void whatAUsersTestsDoToAwaitilityDoesNotMatter() throws Exception {
        Awaitility.setDefaultPollInterval(Duration.ofMinutes(9));
        Awaitility.setDefaultPollDelay(Duration.ofMinutes(9));
        Awaitility.setDefaultTimeout(Duration.ofMinutes(10));
        Awaitility.setDefaultFailFastCondition("theirs", () -> true);
        Awaitility.setDefaultConditionEvaluationListener(condition -> {
            throw new IllegalStateException("theirs");
        });
        Awaitility.ignoreExceptionsByDefault();

        assertThat(poller.until(PLENTY, this::thirdTime)).contains("value 3");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> poller.until(PLENTY, () -> {
                    throw new IOException("not ignored");
                }));
    }

    private Optional<String> thirdTime() {
        int attempt = attempts.incrementAndGet();
        return attempt < 3 ? Optional.empty() : Optional.of("value " + attempt);
    }

    private Optional<String> never() {
        attempts.incrementAndGet();
        return Optional.empty();
    }

    private static List<Duration> pauses(Poller poller, int count) {
        PollInterval growing = poller.growing();
        List<Duration> pauses = new ArrayList<>();
        Duration previous = Duration.ZERO;
        for (int i = 1; i <= count; i++) {
            previous = growing.next(i, previous);
            pauses.add(previous);
        }
        return pauses;
    }
}

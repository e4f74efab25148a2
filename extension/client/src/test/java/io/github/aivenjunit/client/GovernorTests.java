package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a client keeps to its budget, in played time. */
class GovernorTests {

    @RegisterExtension
    private final ScriptedApi api = new ScriptedApi();

    private final RequestGovernor governor = governor(BudgetWords.ofThisJvm());

    @Test
    void aClientWithoutAGovernorSendsAtOnce() {
        AivenClient client = api.client();
        for (int i = 0; i < 150; i++) {
            api.answers("{\"services\": []}");
            client.services().list("shop");
        }

        assertThat(api.time.pausedMillis()).isEmpty();
    }

    @Test
    void requestsWaitForTheBudget() {
        AivenClient client = governed();
        for (int i = 0; i < 17; i++) {
            api.answers("{\"services\": []}");
            client.services().list("shop");
        }

        assertThat(api.time.pausedMillis()).containsExactly(750L, 750L);
    }

    @Test
    void aDeleteOvertakesWhoeverWaits() throws Exception {
        Held held = new Held();
        try (AivenClient client =
                api.client(builder -> builder.governor(governor).timing(real -> held.timing()))) {
            spend(Urgency.WRITE);
            ExecutorService threads = Executors.newSingleThreadExecutor();
            try {
                Future<?> reader = threads.submit(() -> client.services().list("shop"));
                assertThat(held.waiting.await(5, TimeUnit.SECONDS)).isTrue();

                api.answers("{}");
                client.services().delete("shop", "orders");
                assertThat(api.receivedPaths()).containsExactly("DELETE /v1/project/shop/service/orders");

                api.answers("{\"services\": []}");
                api.time.pass(Duration.ofMinutes(1));
                held.go.countDown();
                reader.get(5, TimeUnit.SECONDS);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void whatADeletionAsksGoesBeforeCreates() {
        AivenClient client = governed();
        spend(Urgency.WRITE);
        api.answers("{\"services\": []}").answers("{\"services\": []}");

        client.forDeletion().services().list("shop");
        assertThat(api.time.pausedMillis()).isEmpty();

        client.services().list("shop");
        assertThat(api.time.pausedMillis()).containsExactly(7 * 750L);
    }

    @ParameterizedTest
    @CsvSource({"Retry-After, 28", "X-RateLimit-Reset, 28"})
    void a429HoldsEverybodyForAsLongAsTheServerDemands(String header, String seconds) {
        AivenClient first = governed(RetryPolicy.none());
        AivenClient second = governed(RetryPolicy.none());
        api.answers(new MockResponse.Builder().code(429).setHeader(header, seconds))
                .answers("{\"services\": []}");

        assertThatThrownBy(() -> first.services().list("shop")).isInstanceOf(AivenApiException.RateLimited.class);
        second.services().list("shop");

        assertThat(api.time.pausedMillis()).startsWith(28_000L);
    }

    @Test
    void theTextOfA429TellsLimitAndWait() {
        AivenClient client = governed(RetryPolicy.none());
        api.fails(
                        429,
                        "The user has sent too many requests in a given amount of time:"
                                + " Rate limit 60 exceeded - try again in 28s")
                .answers("{\"services\": []}");

        assertThatThrownBy(() -> client.services().list("shop")).isInstanceOf(AivenApiException.RateLimited.class);
        client.services().list("shop");

        assertThat(api.time.pausedMillis()).startsWith(28_000L);
        assertThat(governor.limit()).contains(54);
    }

    @Test
    void a429WithoutADemandHoldsForTenSeconds() {
        AivenClient client = governed(RetryPolicy.none());
        api.fails(429, "slow down").answers("{\"services\": []}");

        assertThatThrownBy(() -> client.services().list("shop")).isInstanceOf(AivenApiException.RateLimited.class);
        client.services().list("shop");

        assertThat(api.time.pausedMillis()).startsWith(10_000L);
    }

    @Test
    void theLastAnswerOfAWindowHoldsUntilTheNext() {
        AivenClient client = governed();
        api.answers(new MockResponse.Builder()
                        .setHeader("X-RateLimit-Limit", "80, 80;w=60")
                        .setHeader("X-RateLimit-Remaining", "0")
                        .setHeader("X-RateLimit-Reset", "12")
                        .body("{\"services\": []}"))
                .answers("{\"services\": []}");

        client.services().list("shop");
        client.services().list("shop");

        assertThat(governor.limit()).contains(72);
        assertThat(api.time.pausedMillis()).startsWith(12_000L);
    }

    @Test
    void aWaitEndsWhenTheClientCloses() throws Exception {
        spend(Urgency.WRITE);
        CountDownLatch waiting = new CountDownLatch(1);
        AivenClient client =
                api.client(builder -> builder.governor(governor).timing(real -> announcing(real, waiting)));
        List<Throwable> failures = new ArrayList<>();
        Thread reader = start(() -> client.services().list("shop"), failures);
        assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();

        client.close();
        reader.join(TimeUnit.SECONDS.toMillis(5));

        assertThat(failures)
                .singleElement()
                .asInstanceOf(THROWABLE)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("GET /v1/project/shop/service was given up: the client is closed. Build a new one.");
    }

    @Test
    void aWaitCanBeInterrupted() throws Exception {
        spend(Urgency.WRITE);
        CountDownLatch waiting = new CountDownLatch(1);
        AivenClient client =
                api.client(builder -> builder.governor(governor).timing(real -> announcing(real, waiting)));
        List<Throwable> failures = new ArrayList<>();
        Thread reader = start(() -> client.services().list("shop"), failures);
        assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();

        reader.interrupt();
        reader.join(TimeUnit.SECONDS.toMillis(5));

        assertThat(failures)
                .singleElement()
                .asInstanceOf(THROWABLE)
                .isInstanceOf(AivenApiException.Interrupted.class)
                .hasMessage("GET /v1/project/shop/service was interrupted before it was sent."
                        + " Send it again when it is still wanted.");
        assertThat(api.receivedPaths()).isEmpty();
    }

    private static Thread start(Runnable work, List<Throwable> failures) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                failures.add(e);
            }
        });
        thread.start();
        return thread;
    }

    /** Real pauses, which are told before they begin. */
    private static Timing announcing(Timing real, CountDownLatch waiting) {
        return new Timing(
                real.clock(),
                real.nanos(),
                delay -> {
                    waiting.countDown();
                    return real.pause().await(delay);
                },
                real.chance());
    }

    /** Pauses that last until they are let go. */
    private static final class Held {

        private final CountDownLatch waiting = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);

        Timing timing() {
            Timing played = new PlayedTime().timing();
            return new Timing(
                    played.clock(),
                    played.nanos(),
                    delay -> {
                        waiting.countDown();
                        go.await();
                        return false;
                    },
                    played.chance());
        }
    }

    private void spend(Urgency urgency) {
        try {
            for (int i = 0; i < 20; i++) {
                governor.admit(urgency, delay -> true);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private AivenClient governed() {
        return governed(RetryPolicy.standard());
    }

    private AivenClient governed(RetryPolicy retry) {
        return api.client(builder -> builder.governor(governor).retry(retry));
    }

    private RequestGovernor governor(BudgetWords words) {
        return new RequestGovernor(new RateBudget(
                words,
                100,
                () -> TimeUnit.SECONDS.toMicros(1_795_255_200L)
                        + TimeUnit.NANOSECONDS.toMicros(
                                api.time.timing().nanos().getAsLong())));
    }
}

package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.aivenjunit.client.model.ProjectCreate;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InterruptTests {

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    /** What became of a call, and whether its thread was interrupted afterwards. */
    private record Ended(Throwable failure, boolean flag) {}

    @Test
    void aThreadThatIsInterruptedBeforeSendsNothing() throws Exception {
        Ended ended = onInterruptedThread(api.client()::me, new CountDownLatch(0), true);

        assertThat(ended.failure())
                .isExactlyInstanceOf(AivenApiException.Interrupted.class)
                .hasMessage("GET /v1/me was interrupted. Send it again when it is still wanted.");
        assertThat(ended.flag()).isTrue();
        assertThat(api.server().getRequestCount()).isZero();
    }

    @Test
    void anInterruptEndsACallThatWaitsForItsAnswer() throws Exception {
        api.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        AivenClient client = api.client();
        CompletableFuture<Ended> call = new CompletableFuture<>();
        Thread caller =
                start(() -> client.projects().create(ProjectCreate.builder("p1").build()), call);

        api.received();
        caller.interrupt();

        Ended ended = call.get(10, TimeUnit.SECONDS);
        assertThat(ended.failure())
                .isExactlyInstanceOf(AivenApiException.Interrupted.class)
                .hasMessage("POST /v1/project was interrupted."
                        + " It may have taken effect: read what exists before sending it again.");
        assertThat(ended.flag()).isTrue();
        assertNobodyWaitsForTheServer();
    }

    @Test
    void anInterruptEndsAPause() throws Exception {
        api.answers(new MockResponse.Builder().code(429).setHeader("Retry-After", "200"));
        CountDownLatch pausing = new CountDownLatch(1);
        AivenClient client = api.client(builder -> builder.timing(real -> new Timing(
                real.clock(),
                real.nanos(),
                delay -> {
                    pausing.countDown();
                    return real.pause().await(delay);
                },
                real.chance())));

        Ended ended = onInterruptedThread(client::me, pausing, false);

        assertThat(ended.failure()).isExactlyInstanceOf(AivenApiException.Interrupted.class);
        assertThat(ended.failure().getSuppressed()).singleElement().isInstanceOf(AivenApiException.RateLimited.class);
        assertThat(ended.flag()).isTrue();
    }

    @Test
    void closingEndsAPause() throws Exception {
        api.answers(new MockResponse.Builder().code(429).setHeader("Retry-After", "200"));
        CountDownLatch pausing = new CountDownLatch(1);
        AivenClient client = api.client(builder -> builder.timing(real -> new Timing(
                real.clock(),
                real.nanos(),
                delay -> {
                    pausing.countDown();
                    return real.pause().await(delay);
                },
                real.chance())));
        CompletableFuture<Ended> call = new CompletableFuture<>();
        start(client::me, call);

        assertThat(pausing.await(10, TimeUnit.SECONDS)).isTrue();
        client.close();

        assertThat(call.get(10, TimeUnit.SECONDS).failure())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("GET /v1/me was given up: the client is closed. Build a new one.");
    }

    @Test
    void closingEndsACallThatWaitsForItsAnswer() throws Exception {
        api.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        AivenClient client = api.client(builder -> builder.timing(real -> real).callTimeout(Duration.ofMinutes(2)));
        CompletableFuture<Ended> call = new CompletableFuture<>();
        start(client::me, call);

        api.received();
        client.close();

        assertThat(call.get(10, TimeUnit.SECONDS).failure())
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("GET /v1/me was given up: the client is closed. Build a new one.");
    }

    /** OkHttp names a thread after the address while it waits for an answer. */
    private void assertNobodyWaitsForTheServer() throws InterruptedException {
        String name = "OkHttp " + api.endpoint();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            for (int i = 0; i < 100 && thread.getName().startsWith(name); i++) {
                thread.join(100);
            }
            assertThat(thread.getName()).doesNotStartWith(name);
        }
    }

    private static Ended onInterruptedThread(Runnable action, CountDownLatch when, boolean before) throws Exception {
        CompletableFuture<Ended> call = new CompletableFuture<>();
        Thread caller = start(
                () -> {
                    if (before) {
                        Thread.currentThread().interrupt();
                    }
                    action.run();
                },
                call);
        assertThat(when.await(10, TimeUnit.SECONDS)).isTrue();
        if (!before) {
            caller.interrupt();
        }
        return call.get(10, TimeUnit.SECONDS);
    }

    private static Thread start(Runnable action, CompletableFuture<Ended> call) {
        Thread thread = new Thread(() -> {
            Throwable failure = catchThrowable(action::run);
            call.complete(new Ended(failure, Thread.currentThread().isInterrupted()));
        });
        thread.start();
        return thread;
    }
}

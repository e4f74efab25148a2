package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AivenClientTests {

    private static final String ME = "{\"user\": {\"user\": \"a@example.org\"}}";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void theDefaultIsAivensOwnApiWithoutOrganization() {
        try (AivenClient client = AivenClient.builder().build()) {
            assertThat(client.endpoint()).isEqualTo(URI.create("https://api.aiven.io"));
            assertThat(client.organization()).isEmpty();
            assertThat(client).hasToString("AivenClient[https://api.aiven.io]");
        }
    }

    @Test
    void requestsSayWhoAsks() throws InterruptedException {
        api.answers(ME).answers(ME);

        api.client().me();
        api.client(builder -> builder.userAgent("tests/1")).me();

        assertThat(api.received().getHeaders().get("User-Agent")).isEqualTo("aiven-junit");
        assertThat(api.received().getHeaders().get("User-Agent")).isEqualTo("tests/1");
    }

    @Test
    void anEndpointCanHaveAPath() throws InterruptedException {
        api.answers(ME);

        api.client(builder -> builder.endpoint(URI.create(api.endpoint() + "/proxy/")))
                .me();

        assertThat(api.received().getTarget()).isEqualTo("/proxy/v1/me");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://api.aiven.io/v1 | The endpoint https://api.aiven.io/v1 ends with /v1, which the client adds itself."
                        + " Write https://api.aiven.io instead.",
                "https://api.aiven.io?a=b | The endpoint https://api.aiven.io?a=b has a query or a fragment."
                        + " Write it like https://api.aiven.io.",
                "api.aiven.io | The endpoint is no address of a server. Write it like https://api.aiven.io.",
                "ftp://api.aiven.io | The endpoint is no address of a server. Write it like https://api.aiven.io.",
                "https://me:secret@api.aiven.io | The endpoint is no address of a server. Write it like https://api.aiven.io."
            })
    void anUnusableEndpointIsRefused(String endpoint, String message) {
        assertThatThrownBy(() -> AivenClient.builder().endpoint(URI.create(endpoint)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void unusableSettingsAreRefused() {
        AivenClient.Builder builder = AivenClient.builder();

        assertThatThrownBy(() -> builder.organization(" "))
                .hasMessage("The organization id is blank. Give an id that starts with org.");
        assertThatThrownBy(() -> builder.userAgent("a\nb"))
                .hasMessage("The user agent cannot stand in an HTTP header. Use printable ASCII.");
        assertThatThrownBy(() -> builder.callTimeout(Duration.ZERO))
                .hasMessage("The call timeout PT0S leaves no time. Use 1 ms or more.");
    }

    @Test
    void withoutATokenOnlyPublicThingsCanBeRead() {
        try (AivenClient client = AivenClient.builder().endpoint(api.endpoint()).build()) {
            assertThatThrownBy(client::me)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("GET /v1/me needs an API token. Give one to AivenClient.builder().");
        }
        assertThat(api.server().getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void aNameThatNamesNothingIsRefusedBeforeAnythingIsSent(String name) {
        AivenClient client = api.client();

        assertThatThrownBy(() -> client.projects().delete(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The project name '" + name + "' names nothing. Give a real one.");
        assertThatThrownBy(() -> client.services().delete("p1", name))
                .hasMessage("The service name '" + name + "' names nothing. Give a real one.");
        assertThat(api.server().getRequestCount()).isZero();
    }

    @Test
    void manyThreadsCanShareAClient() throws Exception {
        int calls = 40;
        IntStream.range(0, calls).forEach(i -> api.answers(ME));
        AivenClient client = api.client();
        ExecutorService threads = Executors.newFixedThreadPool(20);
        try {
            List<Future<String>> answers = IntStream.range(0, calls)
                    .mapToObj(i -> threads.submit(() -> client.me().user()))
                    .toList();
            for (Future<String> answer : answers) {
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("a@example.org");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aClosedClientHasNoThreadLeft() throws InterruptedException {
        api.answers(ME);
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        AivenClient client = api.client();
        client.me();
        assertThat(clientThreadsSince(before)).as("threads of an open client").isNotEmpty();

        client.close();
        client.close();

        for (Thread thread : clientThreadsSince(before)) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
        assertThat(clientThreadsSince(before)).isEmpty();
        assertThatThrownBy(client::me)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("GET /v1/me cannot be sent: the client is closed. Build a new one.");
    }

    @Test
    void aClosedClientHasNoConnectionLeft() throws Exception {
        byte[] answer = ("HTTP/1.1 200 OK\r\nContent-Length: " + ME.length() + "\r\n\r\n" + ME)
                .getBytes(StandardCharsets.US_ASCII);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Integer> afterwards = new CompletableFuture<>();
            CountDownLatch answered = new CountDownLatch(1);
            Thread serving = new Thread(() -> {
                try (Socket connection = server.accept()) {
                    connection.getInputStream().read(new byte[10_000]);
                    connection.getOutputStream().write(answer);
                    answered.countDown();
                    afterwards.complete(connection.getInputStream().read());
                } catch (IOException e) {
                    afterwards.completeExceptionally(e);
                }
            });
            serving.start();
            AivenClient client =
                    api.client(builder -> builder.endpoint(URI.create("http://localhost:" + server.getLocalPort())));
            client.me();
            assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(afterwards).as("a connection kept for the next request").isNotDone();

            client.close();

            assertThat(afterwards.get(10, TimeUnit.SECONDS))
                    .as("end of the connection")
                    .isEqualTo(-1);
            serving.join();
        }
    }

    /**
     * The threads that belong to a client. Idle workers of OkHttp and Okio are left out: all clients in the JVM share
     * them, they are daemons, and they end after a minute without work. A worker with work has another name.
     */
    private static Set<Thread> clientThreadsSince(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread -> !thread.getName().startsWith("MockWebServer"))
                .filter(thread -> !Set.of("OkHttp TaskRunner", "Okio Watchdog").contains(thread.getName()))
                .collect(Collectors.toSet());
    }
}

package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.conformance.Conformance;
import io.github.aivenjunit.platform.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server that gives prepared answers, and clients of it. A request that nobody prepared an answer for gets a 418. */
final class ScriptedApi implements BeforeEachCallback, AfterEachCallback {

    static final String TOKEN = "canary+token/0123456789==";

    private final MockWebServer server = new MockWebServer();
    private final QueueDispatcher answers = new QueueDispatcher();
    private final List<AivenClient> clients = new ArrayList<>();
    final PlayedTime time = new PlayedTime();

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        answers.setFailFast(new MockResponse.Builder().code(418).build());
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                checkAgainstTheDocument(request);
                return answers.dispatch(request);
            }

            @Override
            public MockResponse peek() {
                return answers.peek();
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clients.forEach(AivenClient::close);
        server.close();
    }

    /** The prepared answers are parts of real ones, so only the request is looked at. */
    private static void checkAgainstTheDocument(RecordedRequest request) {
        String[] target = request.getTarget().split("\\?", 2);
        Conformance.ofThisRun()
                .take(new Exchange(
                        request.getMethod(),
                        target[0].replaceFirst("^/proxy(?=/)", ""),
                        target.length > 1 ? target[1] : "",
                        Optional.ofNullable(request.getHeaders().get("User-Agent")),
                        request.getBody() == null ? "" : request.getBody().utf8(),
                        0,
                        "",
                        "",
                        false));
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getPort());
    }

    AivenClient client() {
        return client(builder -> builder);
    }

    AivenClient client(UnaryOperator<AivenClient.Builder> settings) {
        AivenClient client = settings.apply(AivenClient.builder()
                        .endpoint(endpoint())
                        .token(ApiToken.of(TOKEN))
                        .timing(real -> time.timing()))
                .build();
        clients.add(client);
        return client;
    }

    AivenClient organizationClient() {
        return client(builder -> builder.organization("org1a2b"));
    }

    MockWebServer server() {
        return server;
    }

    ScriptedApi answers(String json) {
        return answers(200, json);
    }

    ScriptedApi answers(int status, String json) {
        return answers(new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(json));
    }

    ScriptedApi answers(MockResponse.Builder answer) {
        answers.enqueue(answer.build());
        return this;
    }

    ScriptedApi fails(int status, String message) {
        answers.enqueue(error(status, message));
        return this;
    }

    /** An error as the API writes it. */
    static MockResponse error(int status, String message) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body("{\"errors\": [{\"message\": \"%1$s\", \"status\": %2$d}], \"message\": \"%1$s\"}"
                        .formatted(message, status))
                .build();
    }

    /** Reads the request and then closes the connection in place of an answer. */
    ScriptedApi losesTheAnswer() {
        return answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
    }

    RecordedRequest received() throws InterruptedException {
        RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
        assertThat(request).as("a request received").isNotNull();
        return request;
    }

    /** The next requests, as method and target. */
    List<String> receivedLines(int count) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RecordedRequest request = received();
            lines.add(request.getMethod() + " " + request.getTarget());
        }
        return lines;
    }

    /** All requests received and not yet taken, as method and path without the query. */
    List<String> receivedPaths() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (RecordedRequest request = server.takeRequest(0, TimeUnit.SECONDS);
                request != null;
                request = server.takeRequest(0, TimeUnit.SECONDS)) {
            lines.add(request.getMethod() + " " + request.getTarget().replaceAll("\\?.*", ""));
        }
        return lines;
    }

    /** Takes the next request and compares all of it. */
    void received(String method, String target, String body) throws InterruptedException {
        RecordedRequest request = received();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo(method + " " + target);
        assertThat(json(request)).isEqualTo(UserConfig.parse(body).asMap());
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("aivenv1 " + TOKEN);
    }

    void received(String method, String target) throws InterruptedException {
        received(method, target, "");
    }

    static Map<String, Object> json(RecordedRequest request) {
        return UserConfig.parse(
                        request.getBody() == null ? "" : request.getBody().utf8())
                .asMap();
    }
}

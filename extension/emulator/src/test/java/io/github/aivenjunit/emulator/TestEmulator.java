package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An emulator per test, spoken to over plain HTTP, which leaves nothing behind. */
final class TestEmulator implements BeforeEachCallback, AfterEachCallback {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private static final JsonMapper MAPPER = new JsonMapper();

    private final EmulatorClock.Manual clock = EmulatorClock.manual(START);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AivenEmulator emulator;

    TestEmulator() {
        this(builder -> builder);
    }

    TestEmulator(UnaryOperator<AivenEmulator.Builder> settings) {
        emulator = settings.apply(AivenEmulator.builder().clock(clock)).start();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        // Started with the test's instance, so that its fields can use it.
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        emulator.close();
        try (Socket socket = new Socket()) {
            InetSocketAddress address = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), emulator.endpoint().getPort());
            assertThat(refuses(socket, address)).as("the port is free").isTrue();
        }
    }

    static boolean refuses(Socket socket, InetSocketAddress address) {
        try {
            socket.connect(address, 2000);
            return false;
        } catch (IOException refused) {
            return true;
        }
    }

    AivenEmulator emulator() {
        return emulator;
    }

    void advance(Duration by) {
        clock.advance(by);
    }

    Answer get(String path) {
        return call("GET", path, "");
    }

    Answer delete(String path) {
        return call("DELETE", path, "");
    }

    Answer post(String path, String body) {
        return call("POST", path, body);
    }

    Answer put(String path, String body) {
        return call("PUT", path, body);
    }

    Answer patch(String path, String body) {
        return call("PATCH", path, body);
    }

    Answer call(String method, String path, String body) {
        return call(method, path, body, "aivenv1 " + emulator.token());
    }

    /** With single quotes in the body for double ones, and no header for an empty authorization. */
    Answer call(String method, String path, String body, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(emulator.endpoint() + (path.startsWith("/v2/") ? "" : "/v1") + path))
                .method(
                        method,
                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"')));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return send(request.build());
    }

    Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            return new Answer(0, "", HttpHeaders.of(Map.of(), (name, value) -> true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void project(String name) {
        assertThat(post("/project", "{'project':'" + name + "'}").status()).isEqualTo(200);
    }

    JsonNode service(String project, String name, String type, String plan) {
        return service(project, "{'service_name':'" + name + "','service_type':'" + type + "','plan':'" + plan + "'}");
    }

    JsonNode service(String project, String body) {
        Answer answer = post("/project/" + project + "/service", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("service");
    }

    JsonNode read(String project, String name) {
        return get("/project/" + project + "/service/" + name).json().path("service");
    }

    /** Status 0 when the connection was closed without an answer. */
    record Answer(int status, String text, HttpHeaders headers) {

        JsonNode json() {
            try {
                return MAPPER.readTree(text);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + text, e);
            }
        }

        JsonNode at(String pointer) {
            return json().at(pointer);
        }

        String message() {
            return status + " " + json().path("message").asText();
        }
    }
}

package io.github.aivenjunit.watchdog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.aivenjunit.deletion.internal.DeletionApiException.Refused;
import io.github.aivenjunit.deletion.internal.DeletionApiException.TryAgain;
import io.github.aivenjunit.watchdog.internal.JdkHttp.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdkHttpTests {

    private static final String TOKEN = "canary-4711";

    private final HttpServer server = serve();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final JdkHttp http =
            new JdkHttp(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), TOKEN);
    private volatile int status;
    private volatile String body = "";

    @BeforeEach
    void start() {
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"message\":\"bad\",\"errors\":\"odd\"} | DELETE /v1/x failed with 400: bad",
                "401 | {\"message\":\"Invalid token\"} | DELETE /v1/x failed with 401: Invalid token",
                "404 | {\"message\":null,\"errors\":[1,{\"status\":404}]} | DELETE /v1/x failed with 404",
                "404 |  | DELETE /v1/x failed with 404",
                "409 | {\"message\":\"still there\"} | DELETE /v1/x failed with 409: still there"
            })
    void whatTheApiDoesNotDoIsRefused(int answer, String text, String message) {
        status = answer;
        body = text == null ? "" : text;

        assertThatThrownBy(() -> http.send(Request.delete("/v1/x")))
                .isInstanceOf(Refused.class)
                .hasMessage(message);
        assertThat(heard).containsExactly("DELETE /v1/x aivenv1 " + TOKEN);
    }

    @ParameterizedTest
    @CsvSource({"404, <html></html>", "408, <html></html>", "429, {}", "500, {}", "503, ''"})
    void passingTroubleIsToldApart(int answer, String text) {
        status = answer;
        body = text;

        assertThatThrownBy(() -> http.send(Request.delete("/v1/x")))
                .isInstanceOf(TryAgain.class)
                .hasMessage("DELETE /v1/x failed with " + answer);
    }

    @Test
    void aRefusedTokenIsNoMissingRight() {
        status = 403;
        body = "{\"message\":\"no\",\"errors\":[{\"error_code\":\"authentication_failed\"}]}";

        assertThatThrownBy(() -> http.send(Request.get("/v1/x")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refusal -> assertThat(refusal.forbidden()).isFalse());
    }

    @Test
    void theTokenDoesNotFollowARedirect() {
        status = 307;

        assertThatThrownBy(() -> http.send(Request.get("/v1/x"))).hasMessage("GET /v1/x failed with 307");
        assertThat(heard).hasSize(1);
    }

    @Test
    void anAnswerThatIsNotTheApisIsNoAnswer() {
        status = 200;
        body = "<html>Sign in to this network</html>";

        assertThatThrownBy(() -> http.send(Request.get("/v1/x"), JsonReader::texts))
                .isInstanceOf(TryAgain.class)
                .hasMessage("GET /v1/x has no answer of use.");
    }

    private static HttpServer serve() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in, the answer is the caller's fault, and the next request works. */
class MalformedInputTests {

    private static final List<String> WRITES = List.of(
            "POST /project",
            "PUT /project/orders",
            "PUT /project/orders/tags",
            "PATCH /project/orders/tags",
            "POST /project/orders/service",
            "PUT /project/orders/service/main",
            "PATCH /project/orders/service/main/tags",
            "POST /project/orders/service/main/logs",
            "POST /project/orders/service/main/user",
            "PUT /project/orders/service/main/user/avnadmin",
            "POST /project/orders/service/main/db",
            "POST /organization/ORG/projects",
            "PATCH /organization/ORG/project/orders");

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    @BeforeEach
    void createService() {
        emulator.project("orders");
        emulator.service("orders", "main", "mysql", "startup-4");
    }

    private static List<String> nastyBodies() {
        List<String> bodies = new ArrayList<>(List.of(
                "{",
                "}",
                "nul",
                "null",
                "7",
                "\"text\"",
                "[{}]",
                "{} {}",
                "{\"a\":1,\"a\":2}",
                "\u0000",
                "\uFEFF{}",
                "<xml/>",
                "{\"disk_space_mb\":1e400}",
                "{\"disk_space_mb\":99999999999999999999}",
                "{\"tags\":{\"a\":\"\\ud800\"}}",
                "{\"tags\":{\"\":\"x\"}}",
                "{\"tags\":{\"a\\u0000\":\"x\"}}",
                "[".repeat(100_000),
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000),
                "{\"project\":\"" + "x".repeat(1_000_000) + "\"}"));
        for (String property : List.of(
                "project",
                "project_id",
                "service_name",
                "service_type",
                "plan",
                "cloud",
                "user_config",
                "tags",
                "username",
                "operation",
                "database",
                "limit",
                "offset",
                "maintenance",
                "tech_emails",
                "powered",
                "disk_space_mb",
                "termination_protection",
                "access_control",
                "billing_group_id",
                "project_name")) {
            for (String value : List.of(
                    "null",
                    "0",
                    "-1",
                    "1.5",
                    "true",
                    "\"\"",
                    "\"\\u0000\"",
                    "[]",
                    "[null]",
                    "{}",
                    "{\"a\":{}}",
                    "\"../..\"")) {
                bodies.add("{\"service_name\":\"ab\",\"service_type\":\"pg\",\"plan\":\"startup-4\",\"" + property
                        + "\":" + value + "}");
                bodies.add("{\"" + property + "\":" + value + "}");
            }
        }
        return bodies;
    }

    @Test
    void noBodyMakesTheEmulatorFail() {
        for (String write : WRITES) {
            String[] request =
                    write.replace("ORG", emulator.emulator().organization()).split(" ", 2);
            for (String body : nastyBodies()) {
                int status = send(request[0], request[1], BodyPublishers.ofString(body));
                assertThat(status)
                        .as(() -> write + " " + body.substring(0, Math.min(200, body.length())))
                        .isBetween(200, 499);
            }
        }
        assertThat(emulator.get("/me").status()).isEqualTo(200);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(send("POST", "/project", BodyPublishers.ofByteArray(new byte[] {
                    '{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'
                })))
                .isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        assertThat(send("POST", "/project", BodyPublishers.ofByteArray(new byte[5 * 1024 * 1024])))
                .isEqualTo(400);
    }

    @Test
    void halfACharacterIsStoredAsAQuestionMark() {
        assertThat(send("PUT", "/project/orders/tags", BodyPublishers.ofString("{\"tags\":{\"a\":\"\\ud800\"}}")))
                .isEqualTo(200);
        assertThat(emulator.get("/project/orders/tags").at("/tags/a").asText()).isEqualTo("?");
    }

    private int send(String method, String path, HttpRequest.BodyPublisher body) {
        return emulator.send(
                        HttpRequest.newBuilder(URI.create(emulator.emulator().endpoint() + "/v1" + path))
                                .header(
                                        "Authorization",
                                        "aivenv1 " + emulator.emulator().token())
                                .method(method, body)
                                .build())
                .status();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/project/%zz",
                "/v1/project/%",
                "/v1/project/%00",
                "/v1/project/a%2Fb",
                "/v1/project/orders/service/..",
                "/v1/project//service",
                "/v1/project/orders/",
                "/v1//",
                "/v1",
                "/",
                "/v2/project",
                "/v1/project/orders?%zz=1",
                "/v1/project/orders/service/main?include_secrets",
                "/v1/project/orders/service/main/db?maxItems=99999999999",
                "/v1/project/orders/service/%F0%9F%98%80",
                "/v1/project/" + "PPPPPPPPPP"
            })
    void noPathMakesTheEmulatorFail(String path) throws IOException {
        for (String method : List.of("GET", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW")) {
            String answer = raw(method + " " + path.replace("PPPPPPPPPP", "p".repeat(7_000)) + " HTTP/1.1");
            assertThat(answer).as(method).startsWith("HTTP/1.1 ").doesNotContain(" 500 ");
        }
        assertThat(emulator.emulator().projects())
                .extracting(EmulatedProject::name)
                .contains("orders");
    }

    @Test
    void aSlashInsideASegmentIsPartOfItsName() {
        assertThat(emulator.get("/project/orders/service/a%2Fb").message()).isEqualTo("404 Service a/b does not exist");
        assertThat(emulator.get("/project/orders/service/a+b").message()).isEqualTo("404 Service a+b does not exist");
        assertThat(emulator.get("/project/or%64ers").status()).isEqualTo(200);
    }

    /** The first line of the answer; a client library would not send such requests. */
    private String raw(String requestLine) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), emulator.emulator().endpoint().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: localhost\r\nAuthorization: aivenv1 "
                                    + emulator.emulator().token() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            StringBuilder line = new StringBuilder();
            for (int next = answer.read(); next != '\r' && next >= 0; next = answer.read()) {
                line.append((char) next);
            }
            return line.toString();
        }
    }
}

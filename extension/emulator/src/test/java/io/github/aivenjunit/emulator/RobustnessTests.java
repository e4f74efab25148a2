package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd requests, slow ones and many at once: the API's own answers, and nothing is lost. */
class RobustnessTests {

    private static final int CALLERS = 16;

    private final RecordingEngine engine = new RecordingEngine();

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.engines(List.of(engine)));

    @BeforeEach
    void createProject() {
        emulator.project("orders");
    }

    @Test
    void anAnswerToHeadHasNoBody() throws IOException {
        String answers = talk(request("HEAD", "/v1/me", "") + request("GET", "/v1/project/orders/tags", "close"));
        assertThat(answers).startsWith("HTTP/1.1 405 ").contains("Allow: GET");
        assertThat(answers.substring(answers.indexOf("\r\n\r\n") + 4)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
        String answers = talk(request("GET", "/v1/project/orders/tags", "")
                + request("GET", "/v1/project/nowhere", "")
                + request("GET", "/v1/me", "close"));
        assertThat(answers).containsSubsequence("{\"tags\":{}}", "Project does not exist", "emulator@example.com");
    }

    @Test
    void aTargetMayNameTheServer() throws IOException {
        assertThat(talk(request("GET", "http://api.aiven.io/v1/project/orders/tags", "close")))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("{\"tags\":{}}");
        assertThat(talk(request("GET", "http://api.aiven.io", "close"))).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        for (String method : List.of("PUT", "OPTIONS", "PROPFIND")) {
            TestEmulator.Answer answer = emulator.call(method, "/project", "");
            assertThat(answer.message()).isEqualTo("405 Method not allowed");
            assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%C0%AF", "..%2F..%2Fetc", "%2e%2e", "%00", "a%0d%0aX-Evil:1", "%E2%82", "a+b", "%F4%90%80%80"})
    void anOddNameIsOnlyUnknown(String name) {
        TestEmulator.Answer answer = emulator.get("/project/orders/service/" + name);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/errors/0/status").asInt()).isEqualTo(404);
        assertThat(answer.headers().map()).doesNotContainKey("x-evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../main", "a/b", "..", "a%2fb", "MAIN", "a b", "a\\\\b"})
    void aNameThatCouldLeaveADirectoryIsRefused(String name) throws InterruptedException {
        assertThat(emulator.post(
                                "/project/orders/service",
                                "{'service_name':'" + name + "','service_type':'pg','plan':'startup-4'}")
                        .message())
                .isEqualTo("400 Service name must consist of 1-64 alphanumerical characters");
        assertThat(engine.calls).isEmpty();
    }

    @Test
    void aBodyWithoutEndIsRefused() {
        String deep = "{'tags':" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(emulator.put("/project/orders/tags", deep).message())
                .isEqualTo("400 Invalid input: the request body is not valid JSON");
    }

    @Test
    void aVeryLongHeaderDoesNoHarm() throws IOException {
        String head =
                request("GET", "/v1/me", "close").replace("Host:", "X-Long: " + "x".repeat(600_000) + "\r\nHost:");
        assertThat(talk(head)).startsWith("HTTP/1.1 200 ");
        assertThat(emulator.get("/me").status()).isEqualTo(200);
    }

    @Test
    void clientsThatDoNotFinishBlockNobody() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                Socket socket = connect();
                slow.add(socket);
                socket.getOutputStream()
                        .write("POST /v1/project HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{\"a\":"
                                .getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(emulator.get("/me").status()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertThat(emulator.get("/project").at("/projects")).hasSize(1);
    }

    @Test
    void ofManyCreatesOfOneNameOneWins() throws Exception {
        String service = "{'service_name':'main','service_type':'pg','plan':'startup-4'}";
        assertThat(sideBySide(
                        () -> emulator.post("/project/orders/service", service).message()))
                .containsOnlyOnce("200 ")
                .filteredOn(answer -> !answer.equals("200 "))
                .hasSize(CALLERS - 1)
                .containsOnly("409 Service name is already in use in this project");
        assertThat(engine.requests).hasSize(1);
        assertThat(sideBySide(
                        () -> emulator.post("/project", "{'project':'bills'}").message()))
                .containsOnlyOnce("200 ")
                .filteredOn(answer -> !answer.equals("200 "))
                .containsOnly("409 Project already exists");
    }

    @Test
    void aServiceThatIsDeletedWhileItIsCreatedIsGone() throws Exception {
        String service = "{'service_name':'main','service_type':'pg','plan':'startup-4'}";
        for (int round = 0; round < 20; round++) {
            List<String> answers = sideBySide(List.of(
                    () -> emulator.post("/project/orders/service", service).message(),
                    () -> emulator.delete("/project/orders/service/main").message()));
            assertThat(answers.get(0)).isEqualTo("200 ");
            assertThat(answers.get(1)).isIn("200 deleted", "404 Service main does not exist");
            if (!answers.get(1).equals("200 deleted")) {
                assertThat(emulator.delete("/project/orders/service/main").message())
                        .isEqualTo("200 deleted");
            }
        }
        assertThat(emulator.delete("/project/orders").status()).isEqualTo(200);
        emulator.emulator().close();
        assertThat(Collections.frequency(List.copyOf(engine.calls), "close main"))
                .isEqualTo(20);
    }

    @Test
    void aServerThatIsStillStartingIsEndedByTheDeletion() throws Exception {
        engine.startGate = new CountDownLatch(1);
        emulator.service("orders", "main", "pg", "startup-4");
        assertThat(engine.nextCall()).isEqualTo("create main");
        assertThat(engine.nextCall()).isEqualTo("powerOn main");
        assertThat(emulator.delete("/project/orders/service/main").message()).isEqualTo("200 deleted");
        assertThat(emulator.delete("/project/orders").status()).isEqualTo(200);
        emulator.emulator().close();
        assertThat(engine.calls).contains("interrupted main", "close main");
    }

    private static List<String> sideBySide(Callable<String> call) throws Exception {
        return sideBySide(Collections.nCopies(CALLERS, call));
    }

    private static List<String> sideBySide(List<Callable<String>> all) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(all.size());
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : callers.invokeAll(all, 60, TimeUnit.SECONDS)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdownNow();
        }
    }

    private String request(String method, String target, String connection) {
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: aivenv1 "
                + emulator.emulator().token() + "\r\n"
                + (connection.isEmpty() ? "" : "Connection: " + connection + "\r\n") + "\r\n";
    }

    /** Everything that comes back; the last request must ask for the end of the connection. */
    private String talk(String requests) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), emulator.emulator().endpoint().getPort());
    }
}

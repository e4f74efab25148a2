package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdministrationTests {

    private final HttpClient client = HttpClient.newHttpClient();
    private final EmulatorClock.Manual clock = EmulatorClock.manual(Instant.parse("2026-01-01T00:00:00Z"));
    private AivenEmulator emulator;

    @BeforeEach
    void startEmulator() {
        emulator = AivenEmulator.builder()
                .engines(List.of())
                .clock(clock)
                .administration(true)
                .start();
    }

    @AfterEach
    void stopEmulator() {
        emulator.close();
    }

    @Test
    void anEmbeddedEmulatorHasNeitherPageNorInterface() throws Exception {
        try (AivenEmulator embedded = AivenEmulator.builder().engines(List.of()).start()) {
            for (String path : List.of("/", "/_emulator/state", "/_emulator/page.js")) {
                assertThat(send(embedded, "GET", path, embedded.token(), "").statusCode())
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void thePageNeedsNoTokenAndLoadsNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = send(emulator, "GET", "/", "none", "");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("://");
    }

    @Test
    void theInterfaceNeedsTheTokenOnLoopbackToo() throws Exception {
        HttpResponse<String> answer = send(emulator, "GET", "/_emulator/state", "wrong", "");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body())
                .isEqualTo("{\"message\":\"The emulator's token is missing or wrong. Send it in the header"
                        + " Authorization.\"}");
    }

    @Test
    void aFaultIsInjectedListedAndCleared() throws Exception {
        HttpResponse<String> injected = send(
                "POST",
                "/_emulator/faults",
                "{\"fault\":\"ServerError\",\"target\":{\"operationId\":\"ProjectList\",\"times\":1},\"status\":502,"
                        + "\"moment\":\"AFTER_COMMIT\"}");
        assertThat(injected.statusCode()).isEqualTo(201);
        assertThat(emulator.faults())
                .containsExactly(
                        new Fault.ServerError(Target.operation("ProjectList").times(1), 502, Moment.AFTER_COMMIT));
        assertThat(send("GET", "/v1/project", "").statusCode()).isEqualTo(502);
        assertThat(send("DELETE", "/_emulator/faults", "").body()).isEqualTo("[]");
    }

    @Test
    void anUnknownPartOfAFaultIsNamed() throws Exception {
        HttpResponse<String> answer = send("POST", "/_emulator/faults", "{\"fault\":\"OpenBalance\",\"status\":1}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"message\":\"There is no 'status' in OpenBalance. Use after.\"}");
    }

    @Test
    void whatIsNearlyRightInAFaultIsNamed() throws Exception {
        assertThat(refused("{\"fault\":\"ServerEror\"}"))
                .isEqualTo("There is no fault of kind 'ServerEror'. Use ServerError, Redaction or Refused.");
        assertThat(refused("{\"fault\":\"ServerError\",\"status\":502,\"target\":{\"operationId\":\"ProjectLst\"}}"))
                .isEqualTo("Attribute 'operationId' of fault ServerError is 'ProjectLst', which the API does not have."
                        + " Use ProjectList, ProjectGet or ProjectDelete.");
        assertThat(refused("{\"fault\":\"ServerError\",\"status\":502,\"moment\":\"LATER\"}"))
                .isEqualTo("ServerError.moment cannot be 'LATER': none of [BEFORE_COMMIT, AFTER_COMMIT]. Change it.");
        assertThat(refused("{\"fault\":\"ServerError\",\"status\":\"502\"}"))
                .isEqualTo("ServerError.status cannot be '502': no number. Change it.");
        assertThat(refused("{\"fault\":\"ServerError\",\"status\":200}"))
                .isEqualTo("Fault ServerError: Status 200 is no server error. Choose one from 500 to 599.");
        assertThat(refused("{\"fault\":\"ServerError\",\"target\":{\"time\":1}}"))
                .isEqualTo("There is no 'time' in ServerError.target. Use times, first or from.");
        assertThat(refused("{\"fault\":\"ServerError\",\"target\":1}"))
                .isEqualTo("ServerError.target is not an object. Write its components in braces.");
        assertThat(refused("{\"fault\":\"ServerError\"}")).isEqualTo("ServerError lacks 'status'. Add it.");
        assertThat(emulator.faults()).isEmpty();
    }

    private String refused(String fault) throws Exception {
        HttpResponse<String> answer = send("POST", "/_emulator/faults", fault);
        assertThat(answer.statusCode()).isEqualTo(400);
        return answer.body().substring("{\"message\":\"".length(), answer.body().length() - 2);
    }

    @Test
    void aManualClockAdvances() throws Exception {
        assertThat(send("POST", "/_emulator/clock", "{\"advance\":\"PT5M\"}").statusCode())
                .isEqualTo(200);
        assertThat(clock.now()).isEqualTo(Instant.parse("2026-01-01T00:05:00Z"));
    }

    @Test
    void aResetForgetsProjectsAndFaultsAndKeepsTheToken() throws Exception {
        send("POST", "/v1/project", "{\"project\":\"orders\"}");
        emulator.inject(new Fault.OpenBalance());
        String organization = emulator.organization();
        assertThat(send("POST", "/_emulator/reset", "").statusCode()).isEqualTo(200);
        assertThat(emulator.projects()).isEmpty();
        assertThat(emulator.faults()).isEmpty();
        assertThat(emulator.organization()).isEqualTo(organization);
        assertThat(send("GET", "/v1/project", "").statusCode()).isEqualTo(200);
    }

    @Test
    void requestsToTheInterfaceAreNotNoted() throws Exception {
        send("GET", "/v1/project", "");
        assertThat(send("GET", "/_emulator/state", "").body()).contains("\"path\":\"/v1/project\"");
        assertThat(emulator.requests()).hasSize(1);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(emulator, method, path, emulator.token(), body);
    }

    private HttpResponse<String> send(AivenEmulator to, String method, String path, String token, String body)
            throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(to.endpoint() + path))
                        .header("Authorization", "aivenv1 " + token)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}

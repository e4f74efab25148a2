package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTests {

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.token("let-me-in"));

    @ParameterizedTest
    @ValueSource(strings = {"aivenv1 let-me-in", "Bearer let-me-in", "bearer let-me-in"})
    void bothSchemesAreAccepted(String authorization) {
        assertThat(emulator.call("GET", "/me", "", authorization).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aivenv1 let-me-out", "aivenv1", "let-me-in", "Basic let-me-in", "aivenv1 "})
    void anythingElseIsRefusedWith401(String authorization) {
        TestEmulator.Answer answer = emulator.call("GET", "/me", "", authorization);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text())
                .isEqualTo(
                        "{\"errors\":[{\"message\":\"Invalid token\",\"status\":401}],\"message\":\"Invalid token\"}");
    }

    @Test
    void theRefusalCanBe403() {
        emulator.emulator().inject(new Fault.InvalidToken(403));

        assertThat(emulator.call("GET", "/me", "", "aivenv1 x").text())
                .isEqualTo("{\"errors\":[{\"message\":\"Authentication failed\",\"status\":403,"
                        + "\"error_code\":\"authentication_failed\"}],\"message\":\"Authentication failed\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clouds", "/service_types", "/service_versions"})
    void theCatalogueNeedsNoToken(String path) {
        assertThat(emulator.call("GET", path, "", "").status()).isEqualTo(200);
    }

    @Test
    void theCallerIsKnown() {
        emulator.project("one");

        TestEmulator.Answer me = emulator.get("/me");

        assertThat(me.at("/user/user").asText()).isEqualTo("emulator@example.com");
        assertThat(me.at("/user/projects/0").asText()).isEqualTo("one");
        assertThat(me.at("/user/project_membership/one").asText()).isEqualTo("admin");
    }

    @Test
    void unknownPathsAndWrongMethodsHaveTheErrorBody() {
        assertThat(emulator.get("/nowhere").text())
                .isEqualTo("{\"errors\":[{\"message\":\"Not found\",\"status\":404}],\"message\":\"Not found\"}");
        TestEmulator.Answer wrongMethod = emulator.call("PATCH", "/project", "{}");
        assertThat(wrongMethod.text())
                .isEqualTo("{\"errors\":[{\"message\":\"Method not allowed\",\"status\":405}],"
                        + "\"message\":\"Method not allowed\"}");
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("GET, POST");
    }
}

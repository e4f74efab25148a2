package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorAnswerTests {

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    static Stream<Arguments> answersAndTheirExceptions() {
        return Stream.of(
                Arguments.of(
                        401,
                        "{\"message\": \"Invalid token\"}",
                        AivenApiException.Unauthenticated.class,
                        "GET /v1/me failed with 401: Invalid token."
                                + " Check that the API token is complete, and that it has neither expired nor been revoked."),
                Arguments.of(
                        403,
                        error("authentication_failed", "Authentication failed"),
                        AivenApiException.Unauthenticated.class,
                        "GET /v1/me failed with 403 authentication_failed: Authentication failed."
                                + " Check that the API token is complete, and that it has neither expired nor been revoked."),
                Arguments.of(
                        403,
                        error("user_not_organization_admin", "Not an admin"),
                        AivenApiException.Forbidden.class,
                        "GET /v1/me failed with 403 user_not_organization_admin: Not an admin."
                                + " Give the token's user a role that allows this, or use another token."),
                Arguments.of(
                        403,
                        "{\"message\": \"Not a project member\"}",
                        AivenApiException.Forbidden.class,
                        "GET /v1/me failed with 403: Not a project member."
                                + " Check the name of the project, and that the token's user is a member of it."),
                Arguments.of(
                        403,
                        "{\"message\": \"Project with open balance cannot be deleted\"}",
                        AivenApiException.Forbidden.class,
                        "GET /v1/me failed with 403: Project with open balance cannot be deleted."
                                + " A project without services costs nothing further: delete it again once the account is"
                                + " settled."),
                Arguments.of(
                        403,
                        "{\"message\": \"Service is protected against termination and shutdown. Remove termination"
                                + " protection first.\"}",
                        AivenApiException.Forbidden.class,
                        "GET /v1/me failed with 403: Service is protected against termination and shutdown. Remove"
                                + " termination protection first. Update the service with terminationProtection(false)"
                                + " before."),
                Arguments.of(
                        404,
                        "{\"message\": \"Project does not exist\"}",
                        AivenApiException.NotFound.class,
                        "GET /v1/me failed with 404: Project does not exist. Check the names in the path."),
                Arguments.of(
                        404,
                        "<html>nginx</html>",
                        AivenApiException.NotFound.class,
                        "GET /v1/me failed with 404 and no message (text/html). This is no answer of the Aiven API: check"
                                + " the endpoint, and any proxy in between."),
                Arguments.of(
                        409,
                        error("project_already_exists", "Project already exists"),
                        AivenApiException.Conflict.class,
                        "GET /v1/me failed with 409 project_already_exists: Project already exists."
                                + " Use another name, or change what exists instead."),
                Arguments.of(
                        429,
                        "{\"message\": \"Rate limit 120 exceeded - try again in 28s\"}",
                        AivenApiException.RateLimited.class,
                        "GET /v1/me failed with 429: Rate limit 120 exceeded - try again in 28s."
                                + " Send fewer requests at a time, and try again later."),
                Arguments.of(
                        400,
                        "{\"message\": \"Invalid plan 'X' for service type 'pg'\"}",
                        AivenApiException.InvalidRequest.class,
                        "GET /v1/me failed with 400: Invalid plan 'X' for service type 'pg'. Correct the request."),
                Arguments.of(
                        408,
                        "<html>timeout</html>",
                        AivenApiException.InvalidRequest.class,
                        "GET /v1/me failed with 408 and no message (text/html). Try again later."),
                Arguments.of(
                        410,
                        error("retired_api_endpoint", "Gone"),
                        AivenApiException.InvalidRequest.class,
                        "GET /v1/me failed with 410 retired_api_endpoint: Gone."
                                + " The endpoint is retired: use a newer version of this library."),
                Arguments.of(
                        503,
                        "{\"message\": \"An error occurred. Please try again later.\"}",
                        AivenApiException.ServerError.class,
                        "GET /v1/me failed with 503: An error occurred. Please try again later."
                                + " Try again later, and see https://status.aiven.io when it stays."),
                Arguments.of(
                        302,
                        "",
                        AivenApiException.MalformedAnswer.class,
                        "GET /v1/me failed with 302 and no message, which the Aiven API never does."
                                + " Check that the endpoint is the Aiven API, and not a redirect to it."));
    }

    @ParameterizedTest
    @MethodSource("answersAndTheirExceptions")
    void anErrorSaysWhatHappenedAndWhatToDo(
            int status, String body, Class<? extends AivenApiException> type, String message) {
        MockResponse.Builder answer = new MockResponse.Builder().code(status).body(body);
        if (!body.isEmpty()) {
            answer.setHeader("Content-Type", body.startsWith("<") ? "text/html" : "application/json");
        }
        api.answers(answer.setHeader("Location", api.endpoint() + "/elsewhere"));

        AivenApiException failure = failure();

        assertThat(failure).isExactlyInstanceOf(type).hasMessage(message);
        assertThat(failure.method()).isEqualTo("GET");
        assertThat(failure.path()).isEqualTo("/v1/me");
        assertThat(failure.status()).isEqualTo(status);
        assertThat(api.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void codeAndMessageAreThereForPrograms() {
        api.answers(409, error("project_already_exists", "Project already exists"));

        AivenApiException failure = failure();

        assertThat(failure.errorCode()).contains("project_already_exists");
        assertThat(failure.apiMessage()).isEqualTo("Project already exists");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"errors\": [{\"message\": \"m\", \"status\": 400}]}",
                "{\"errors\": {\"message\": \"m\"}}",
                "{\"errors\": \"m\"}",
                "{\"errors\": [], \"message\": \"m\"}",
                "{\"errors\": 7, \"message\": \"m\"}",
                "{\"errors\": [[\"x\"], 1], \"error\": \"m\"}",
                "{\"errors\": null, \"message\": \" m\\r\\n\"}"
            })
    void theMessageIsFoundInEveryShape(String body) {
        api.answers(400, body);

        AivenApiException failure = failure();

        assertThat(failure.apiMessage()).isEqualTo("m");
        assertThat(failure.errorCode()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "7", "{", "<html><body>Bad gateway</body></html>", "{\"message\": 7}"})
    void aBodyWithoutAMessageIsNoSecondFailure(String body) {
        api.answers(400, body);

        assertThat(failure()).hasMessage("GET /v1/me failed with 400 and no message. Correct the request.");
    }

    @Test
    void aLongMessageIsCut() {
        api.answers(400, "{\"message\": \"" + "x".repeat(2_000) + "\"}");

        assertThat(failure().apiMessage()).isEqualTo("x".repeat(500) + "…");
    }

    @Test
    void aRateLimitTellsHowLongToWait() {
        api.answers(new MockResponse.Builder().code(429).setHeader("Retry-After", "28"));

        AivenApiException failure = failure();

        assertThat(failure)
                .hasMessage(
                        "GET /v1/me failed with 429 and no message. Send fewer requests at a time, and try again in 28 s.");
        assertThat(((AivenApiException.RateLimited) failure).retryAfter()).contains(Duration.ofSeconds(28));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html></html>", "[]", "{\"user\": null}", "{\"user\": []}", "{\"user\": {\"user\": 1}"})
    void aSuccessThatCannotBeReadIsAMalformedAnswer(String body) {
        api.answers(200, body);

        AivenApiException failure = failure();

        assertThat(failure).isExactlyInstanceOf(AivenApiException.MalformedAnswer.class);
        assertThat(failure.status()).isEqualTo(200);
    }

    @Test
    void aMalformedAnswerSaysWhereItBreaks() {
        api.answers(200, "<html>login</html>");

        assertThat(failure())
                .hasMessage(
                        "GET /v1/me answered 200 with a body that cannot be used: it is no complete JSON, up to line 1,"
                                + " column 1. Check that localhost:"
                                + api.server().getPort()
                                + " is the Aiven API, and any proxy in between.")
                .hasNoCause();
    }

    @Test
    void aHtml404ProvesNothing() {
        String html = "<html>nginx</html>";
        api.answers(404, html).answers(404, html);
        AivenClient client = api.client();

        assertThat(catchThrowableOfType(
                        AivenApiException.NotFound.class,
                        () -> client.projects().find("p1")))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        AivenApiException.NotFound.class,
                        () -> client.projects().delete("p1")))
                .isNotNull();
    }

    private AivenApiException failure() {
        return catchThrowableOfType(
                AivenApiException.class,
                () -> api.client(builder -> builder.retry(RetryPolicy.none())).me());
    }

    private static String error(String code, String message) {
        return "{\"errors\": [{\"message\": \"" + message + "\", \"error_code\": \"" + code + "\"}], \"message\": \""
                + message + "\"}";
    }
}

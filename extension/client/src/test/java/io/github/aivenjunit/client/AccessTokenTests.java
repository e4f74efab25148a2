package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.AccessToken;
import io.github.aivenjunit.client.model.AccessTokenCreate;
import io.github.aivenjunit.client.model.NewAccessToken;
import io.github.aivenjunit.client.model.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccessTokenTests {

    private static final String PATH = "/v1/access_token";
    private static final String TOKEN = """
            {"token_prefix": "a+b/c=", "description": "ci", "create_time": "2026-01-01T00:00:00Z",
             "expiry_time": "2027-01-01T00:00:00Z", "last_used_time": null, "created_manually": true,
             "currently_active": true, "extend_when_used": false, "max_age_seconds": 600, "scopes": ["projects"],
             "ip_allowlist": ["10.0.0.0/8"], "last_ip": "10.0.0.1"}""";
    private static final AccessToken EXPECTED = new AccessToken(
            "a+b/c=",
            Optional.of("ci"),
            Instant.parse("2026-01-01T00:00:00Z"),
            Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
            Optional.empty(),
            true,
            true,
            false,
            Optional.of(600L),
            List.of("projects"),
            List.of("10.0.0.0/8"));

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void tokensAreListedAndTheirDescriptionChanged() throws InterruptedException {
        api.answers("{\"tokens\": [" + TOKEN + "]}").answers(TOKEN);
        AccessTokenApi tokens = api.client().accessTokens();

        assertThat(tokens.list()).containsExactly(EXPECTED);
        assertThat(tokens.update("a+b/c=", "ci")).isEqualTo(EXPECTED);
        api.received("GET", PATH);
        api.received("PUT", PATH + "/a%2Bb%2Fc%3D", "{\"description\": \"ci\"}");
    }

    @Test
    void aNewTokenIsShownOnce() throws InterruptedException {
        String answer = TOKEN.replaceFirst("\\{", "{\"full_token\": \"canary-new-token\", ");
        api.answers(answer).answers(answer);
        AccessTokenApi tokens = api.client().accessTokens();

        NewAccessToken created = tokens.create(AccessTokenCreate.of("ci"));
        tokens.create(AccessTokenCreate.of("ci")
                .withMaxAge(Duration.ofMinutes(10))
                .extendedWhenUsed()
                .withScopes(List.of("projects"))
                .withIpAllowlist(List.of("10.0.0.0/8")));

        assertThat(created).isEqualTo(new NewAccessToken(Secret.of("canary-new-token"), "a+b/c="));
        assertThat(created).hasToString("NewAccessToken[fullToken=********, tokenPrefix=a+b/c=]");
        api.received("POST", PATH, "{\"description\": \"ci\"}");
        api.received("POST", PATH, """
                {"description": "ci", "max_age_seconds": 600, "extend_when_used": true, "scopes": ["projects"],
                 "ip_allowlist": ["10.0.0.0/8"]}""");
    }

    @Test
    void aLostCreateIsNotRepeated() {
        api.losesTheAnswer();

        assertThatThrownBy(() -> api.client().accessTokens().create(AccessTokenCreate.of("ci")))
                .isExactlyInstanceOf(AivenApiException.Unreachable.class);
        assertThat(api.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutTheTokenIsMalformed() {
        api.answers(TOKEN);

        assertThatThrownBy(() -> api.client().accessTokens().create(AccessTokenCreate.of("ci")))
                .isExactlyInstanceOf(AivenApiException.MalformedAnswer.class);
    }

    @Test
    void revokingATokenThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{}").fails(404, "gone").losesTheAnswer().answers("{\"tokens\": []}");
        AccessTokenApi tokens = api.client().accessTokens();

        tokens.revoke("a");
        tokens.revoke("a");
        tokens.revoke("a");

        assertThat(api.receivedPaths())
                .containsExactly(
                        "DELETE " + PATH + "/a", "DELETE " + PATH + "/a", "DELETE " + PATH + "/a", "GET " + PATH);
    }
}

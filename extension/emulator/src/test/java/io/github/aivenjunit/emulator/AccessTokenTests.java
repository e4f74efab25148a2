package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccessTokenTests {

    private static final String TOKENS = "/access_token";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    private JsonNode create(String body) {
        TestEmulator.Answer answer = emulator.post(TOKENS, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private int meWith(JsonNode created) {
        return emulator.call(
                        "GET",
                        "/me",
                        "",
                        "aivenv1 " + created.path("full_token").asText())
                .status();
    }

    private static String path(JsonNode token) {
        return TOKENS + "/" + URLEncoder.encode(token.path("token_prefix").asText(), StandardCharsets.UTF_8);
    }

    @Test
    void aNewTokenIsShownOnceAndLetIn() {
        JsonNode created = create(
                "{'description':'ci','max_age_seconds':600,'scopes':['projects'],'ip_allowlist':['10.0.0.0/8']}");

        assertThat(meWith(created)).isEqualTo(200);
        JsonNode listed = emulator.get(TOKENS).at("/tokens/1");
        assertThat(listed.has("full_token")).isFalse();
        assertThat(created.path("full_token").asText())
                .startsWith(listed.path("token_prefix").asText());
        assertThat(listed.path("description").asText()).isEqualTo("ci");
        assertThat(listed.path("max_age_seconds").asInt()).isEqualTo(600);
        assertThat(listed.path("expiry_time").asText()).isEqualTo("2026-11-21T10:10:00Z");
        assertThat(listed.path("last_used_time").asText()).isEqualTo("2026-11-21T10:00:00Z");
        assertThat(listed.at("/scopes/0").asText()).isEqualTo("projects");
        assertThat(listed.at("/ip_allowlist/0").asText()).isEqualTo("10.0.0.0/8");
        assertThat(listed.path("currently_active").asBoolean()).isFalse();
    }

    @Test
    void theTokenOfTheCallIsTheActiveOne() {
        JsonNode tokens = emulator.get(TOKENS).at("/tokens");

        assertThat(tokens).hasSize(1);
        assertThat(tokens.at("/0/currently_active").asBoolean()).isTrue();
        assertThat(tokens.at("/0/created_manually").asBoolean()).isFalse();
        assertThat(tokens.at("/0").has("expiry_time")).isFalse();
        assertThat(emulator.emulator().token())
                .startsWith(tokens.at("/0/token_prefix").asText());
    }

    @Test
    void aShortTokenIsNotToldByItsPrefix() {
        try (AivenEmulator other = AivenEmulator.builder()
                .clock(EmulatorClock.manual(TestEmulator.START))
                .token("let-me-in")
                .start()) {
            assertThat(other.token()).isEqualTo("let-me-in");
            TestEmulator.Answer list = emulator.send(
                    java.net.http.HttpRequest.newBuilder(java.net.URI.create(other.endpoint() + "/v1/access_token"))
                            .header("Authorization", "aivenv1 let-me-in")
                            .build());
            assertThat(list.at("/tokens/0/token_prefix").asText()).hasSize(12).doesNotContain("let");
        }
    }

    @Test
    void aTokenEndsAtItsAgeUnlessItsUseExtendsIt() {
        JsonNode fixed = create("{'description':'fixed','max_age_seconds':600}");
        JsonNode extended = create("{'description':'extended','max_age_seconds':600,'extend_when_used':true}");

        emulator.advance(Duration.ofSeconds(599));
        assertThat(meWith(fixed)).isEqualTo(200);
        assertThat(meWith(extended)).isEqualTo(200);
        emulator.advance(Duration.ofSeconds(1));

        assertThat(meWith(fixed)).isEqualTo(401);
        assertThat(meWith(extended)).isEqualTo(200);
        assertThat(emulator.get(TOKENS).at("/tokens").findValuesAsText("description"))
                .containsExactly("Emulator", "extended");
    }

    @Test
    void aTokenIsDescribedAnewAndRevoked() {
        JsonNode created = create("{'description':'ci'}");

        assertThat(emulator.put(path(created), "{'description':'laptop'}")
                        .at("/description")
                        .asText())
                .isEqualTo("laptop");
        assertThat(emulator.delete(path(created)).text()).isEqualTo("{\"message\":\"revoked\"}");
        assertThat(meWith(created)).isEqualTo(401);
        assertThat(emulator.delete(path(created)).message()).isEqualTo("404 Access token not found");
        assertThat(emulator.put(path(created), "{'description':'x'}").message())
                .isEqualTo("404 Access token not found");
    }

    @Test
    void badOrdersAreRefused() {
        assertThat(emulator.post(TOKENS, "{}").message())
                .isEqualTo("400 Invalid input: 'description' is a required property");
        assertThat(emulator.post(TOKENS, "{'description':'ci','max_age_seconds':599}")
                        .message())
                .isEqualTo("400 Invalid input: 599 is less than the minimum of 600");
        assertThat(emulator.post(TOKENS, "{'description':'ci','scopes':[1]}").message())
                .isEqualTo("400 Invalid input: 1 is not of type 'string'");
        assertThat(emulator.get(TOKENS).at("/tokens")).hasSize(1);
    }
}

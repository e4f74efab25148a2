package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApplicationUserTests {

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    private String users = "";
    private String user = "";
    private String id = "";

    @BeforeEach
    void createUser() {
        users = "/organization/" + emulator.emulator().organization() + "/application-users";
        id = emulator.post(users, "{'name':'ci','is_super_admin':true}")
                .at("/user_id")
                .asText();
        user = users + "/" + id;
    }

    @Test
    void aUserIsCreatedRenamedAndDeleted() {
        assertThat(emulator.get(user).at("/name").asText()).isEqualTo("ci");
        assertThat(emulator.get(user).at("/is_super_admin").asBoolean()).isFalse();
        assertThat(emulator.patch(user, "{'name':'nightly'}").at("/name").asText())
                .isEqualTo("nightly");
        assertThat(emulator.get(users).at("/application_users").findValuesAsText("name"))
                .containsExactly("nightly");

        TestEmulator.Answer deleted = emulator.delete(user);
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.text()).isEmpty();
        assertThat(emulator.get(user).text())
                .isEqualTo("{\"errors\":[{\"message\":\"Organization user not found\",\"status\":404,"
                        + "\"error_code\":\"organization_user_not_found\"}],"
                        + "\"message\":\"Organization user not found\"}");
        assertThat(emulator.get(users).at("/application_users")).isEmpty();
    }

    @Test
    void itsTokenIsLetInAsItself() {
        JsonNode created =
                emulator.post(user + "/access-tokens", "{'description':'ci'}").json();
        String authorization = "Bearer " + created.path("full_token").asText();

        JsonNode me = emulator.call("GET", "/me", "", authorization).at("/user");
        assertThat(me.path("user_id").asText()).isEqualTo(id);
        assertThat(me.path("real_name").asText()).isEqualTo("ci");
        assertThat(emulator.call("POST", "/project", "{'project':'orders'}", authorization)
                        .status())
                .isEqualTo(200);
        assertThat(emulator.call("GET", "/access_token", "", authorization).at("/tokens"))
                .hasSize(1);
        assertThat(emulator.get("/access_token").at("/tokens")).hasSize(1);
        assertThat(emulator.get(user + "/access-tokens")
                        .at("/tokens/0/description")
                        .asText())
                .isEqualTo("ci");
    }

    @Test
    void itsTokensAreRevokedOneByOneAndWithIt() {
        JsonNode first =
                emulator.post(user + "/access-tokens", "{'description':'a'}").json();
        JsonNode second =
                emulator.post(user + "/access-tokens", "{'description':'b'}").json();
        String path = user + "/access-tokens/"
                + URLEncoder.encode(first.path("token_prefix").asText(), StandardCharsets.UTF_8);

        assertThat(emulator.delete(path).status()).isEqualTo(204);
        assertThat(emulator.delete(path).message()).isEqualTo("404 Access token not found");
        assertThat(statusWith(first)).isEqualTo(401);
        assertThat(statusWith(second)).isEqualTo(200);
        emulator.delete(user);
        assertThat(statusWith(second)).isEqualTo(401);
    }

    @Test
    void nobodyElseIsAnApplicationUser() {
        String me = emulator.get("/me").at("/user/user_id").asText();

        assertThat(emulator.get(users + "/" + me).message()).isEqualTo("400 User is not an application user");
        assertThat(emulator.get("/organization/org0/application-users").message())
                .isEqualTo("404 Organization not found");
    }

    private int statusWith(JsonNode created) {
        return emulator.call(
                        "GET",
                        "/me",
                        "",
                        "aivenv1 " + created.path("full_token").asText())
                .status();
    }
}

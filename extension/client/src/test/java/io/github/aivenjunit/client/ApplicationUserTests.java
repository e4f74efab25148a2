package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.AccessToken;
import io.github.aivenjunit.client.model.AccessTokenCreate;
import io.github.aivenjunit.client.model.ApplicationUser;
import io.github.aivenjunit.client.model.NewAccessToken;
import io.github.aivenjunit.client.model.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApplicationUserTests {

    private static final String PATH = "/v1/organization/org1/application-users";
    private static final String TOKENS = PATH + "/u1/access-tokens";
    private static final String USER =
            "{\"user_id\": \"u1\", \"name\": \"ci\", \"user_email\": \"ci@x\", \"is_super_admin\": true}";
    private static final ApplicationUser EXPECTED = new ApplicationUser("u1", "ci", "ci@x", true);

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void usersAreRead() throws InterruptedException {
        api.answers("{\"application_users\": [" + USER + "]}").answers(USER).fails(404, "gone");
        ApplicationUserApi users = api.client().applicationUsers();

        assertThat(users.list("org1")).containsExactly(EXPECTED);
        assertThat(users.find("org1", "u1")).contains(EXPECTED);
        assertThat(users.find("org1", "u1")).isEmpty();
        api.received("GET", PATH);
        api.received("GET", PATH + "/u1");
    }

    @Test
    void usersAreCreatedRenamedAndDeleted() throws InterruptedException {
        api.answers(USER)
                .answers(USER)
                .answers(204, "")
                .losesTheAnswer()
                .answers(USER)
                .fails(404, "gone");
        ApplicationUserApi users = api.client().applicationUsers();

        assertThat(users.create("org1", "ci")).isEqualTo(EXPECTED);
        assertThat(users.rename("org1", "u1", "ci2")).isEqualTo(EXPECTED);
        users.delete("org1", "u1");
        users.delete("org1", "u1");

        api.received("POST", PATH, "{\"name\": \"ci\"}");
        api.received("PATCH", PATH + "/u1", "{\"name\": \"ci2\"}");
        String delete = "DELETE " + PATH + "/u1";
        assertThat(api.receivedPaths()).containsExactly(delete, delete, "GET " + PATH + "/u1", delete);
    }

    @Test
    void tokensAreListedCreatedAndRevoked() throws InterruptedException {
        api.answers("{\"tokens\": [{\"token_prefix\": \"a\"}]}")
                .answers("{\"full_token\": \"canary\", \"token_prefix\": \"a\"}")
                .answers(204, "")
                .losesTheAnswer()
                .answers("{\"tokens\": []}");
        ApplicationUserApi users = api.client().applicationUsers();

        assertThat(users.tokens("org1", "u1"))
                .extracting(AccessToken::tokenPrefix)
                .containsExactly("a");
        assertThat(users.createToken("org1", "u1", AccessTokenCreate.of("ci")))
                .isEqualTo(new NewAccessToken(Secret.of("canary"), "a"));
        users.revokeToken("org1", "u1", "a");
        users.revokeToken("org1", "u1", "a");

        api.received("GET", TOKENS);
        api.received("POST", TOKENS, "{\"description\": \"ci\"}");
        assertThat(api.receivedPaths())
                .containsExactly("DELETE " + TOKENS + "/a", "DELETE " + TOKENS + "/a", "GET " + TOKENS);
    }

    @Test
    void lostCreatesAreNotRepeated() {
        api.losesTheAnswer().fails(502, "boom");
        ApplicationUserApi users = api.client().applicationUsers();

        assertThatThrownBy(() -> users.create("org1", "ci")).isExactlyInstanceOf(AivenApiException.Unreachable.class);
        assertThatThrownBy(() -> users.createToken("org1", "u1", AccessTokenCreate.of("ci")))
                .isExactlyInstanceOf(AivenApiException.ServerError.class);
        assertThat(api.server().getRequestCount()).isEqualTo(2);
    }
}

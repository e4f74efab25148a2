package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.client.model.ServiceUserCreate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServiceUserTests {

    private static final String USER =
            "{\"user\": {\"username\": \"app\", \"type\": \"normal\", \"password\": \"AVNS_1\"}}";
    private static final String PATH = "/v1/project/p1/service/db/user/app";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void createReturnsTheFreshPassword() throws InterruptedException {
        api.answers(USER).answers(USER);
        ServiceUserApi users = api.client().serviceUsers();

        assertThat(users.create("p1", "db", ServiceUserCreate.of("app")).password())
                .contains(Secret.of("AVNS_1"));
        users.create(
                "p1",
                "db",
                ServiceUserCreate.of("app")
                        .withAuthentication("caching_sha2_password")
                        .withAccessControl(Map.of("pg_allow_replication", true)));

        api.received("POST", "/v1/project/p1/service/db/user", "{\"username\": \"app\"}");
        api.received("POST", "/v1/project/p1/service/db/user", """
                {"username": "app", "authentication": "caching_sha2_password",
                 "access_control": {"pg_allow_replication": true}}""");
    }

    @Test
    void getReadsTheWholeUserWithSecrets() throws InterruptedException {
        api.answers("""
                {"user": {"username": "app", "type": "normal", "password": "AVNS_1", "access_cert": "cert",
                 "access_key": "key", "access_cert_not_valid_after_time": "2027-01-01T00:00:00Z",
                 "authentication": "mysql_native_password", "password_updated_time": "2026-01-01T00:00:00Z",
                 "access_control": {"valkey_acl_keys": ["*"]}}}""");

        assertThat(api.client().serviceUsers().get("p1", "db", "app"))
                .isEqualTo(new ServiceUser(
                        "app",
                        "normal",
                        Optional.of(Secret.of("AVNS_1")),
                        Optional.of("cert"),
                        Optional.of(Secret.of("key")),
                        Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
                        Optional.of("mysql_native_password"),
                        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                        Map.of("valkey_acl_keys", List.of("*"))));
        api.received("GET", PATH + "?include_secrets=true");
    }

    @Test
    void anEmptyPasswordIsNoPasswordYet() {
        api.answers("{\"user\": {\"username\": \"app\", \"password\": \"\"}}")
                .answers("{\"user\": {\"username\": \"app\", \"password\": null}}");
        ServiceUserApi users = api.client().serviceUsers();

        assertThat(users.get("p1", "db", "app").password()).isEmpty();
        assertThat(users.get("p1", "db", "app").password()).isEmpty();
    }

    @Test
    void findIsEmptyForAnUnknownUser() {
        api.fails(404, "Service user does not exist").answers(USER);
        ServiceUserApi users = api.client().serviceUsers();

        assertThat(users.find("p1", "db", "app")).isEmpty();
        assertThat(users.find("p1", "db", "app")).isPresent();
    }

    @Test
    void resetPasswordPicksTheUserOutOfTheService() throws InterruptedException {
        api.answers("""
                {"service": {"service_name": "db", "users": [{"username": "avnadmin", "password": "AVNS_0"},
                  {"username": "app", "password": "AVNS_2"}]}}""");

        assertThat(api.client().serviceUsers().resetPassword("p1", "db", "app").password())
                .contains(Secret.of("AVNS_2"));
        api.received("PUT", PATH, "{\"operation\": \"reset-credentials\"}");
    }

    @Test
    void aRedactedNewPasswordIsReadFromTheUser() throws InterruptedException {
        api.answers("""
                        {"service": {"service_name": "db", "users": [{"username": "app", "password": "<redacted>"}]}}""").answers(USER);

        assertThat(api.client().serviceUsers().resetPassword("p1", "db", "app").password())
                .contains(Secret.of("AVNS_1"));
        assertThat(api.receivedLines(2)).containsExactly("PUT " + PATH, "GET " + PATH + "?include_secrets=true");
    }

    @Test
    void changePasswordSendsTheNewOne() throws InterruptedException {
        api.answers(
                "{\"service\": {\"service_name\": \"db\", \"users\": [{\"username\": \"app\", \"password\": \"new12345\"}]}}");

        assertThat(api.client()
                        .serviceUsers()
                        .changePassword("p1", "db", "app", Secret.of("new12345"))
                        .password())
                .contains(Secret.of("new12345"));
        api.received("PUT", PATH, "{\"operation\": \"reset-credentials\", \"new_password\": \"new12345\"}");
    }

    @Test
    void deleteOfAUserThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{\"message\": \"deleted\"}")
                .fails(404, "Service user 'app' does not exist")
                .fails(403, "Service user 'app' does not exist");
        ServiceUserApi users = api.client().serviceUsers();

        users.delete("p1", "db", "app");
        users.delete("p1", "db", "app");
        users.delete("p1", "db", "app");

        assertThat(api.receivedLines(3)).containsOnly("DELETE " + PATH);
    }
}

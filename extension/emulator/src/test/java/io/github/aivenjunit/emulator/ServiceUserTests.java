package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.fault.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ServiceUserTests {

    private static final String USERS = "/project/orders/service/main/user";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    @BeforeEach
    void createService() {
        emulator.project("orders");
        emulator.service("orders", "main", "mysql", "startup-4");
    }

    @Test
    void aUserIsCreatedReadChangedAndDeleted() {
        TestEmulator.Answer created =
                emulator.post(USERS, "{'username':'app','authentication':'mysql_native_password'}");

        assertThat(created.at("/message").asText()).isEqualTo("created");
        JsonNode user = created.at("/user");
        assertThat(user.path("type").asText()).isEqualTo("normal");
        assertThat(user.path("password").asText()).matches("AVNS_[A-Za-z0-9_-]{19}");
        assertThat(user.path("authentication").asText()).isEqualTo("mysql_native_password");
        assertThat(emulator.get(USERS + "/app").at("/user")).isEqualTo(user);
        assertThat(emulator.read("orders", "main").path("users").findValuesAsText("username"))
                .containsExactly("avnadmin", "app");

        JsonNode whole = emulator.put(
                        USERS + "/app", "{'operation':'reset-credentials','new_password':'my-own-password'}")
                .at("/service/users/1");
        assertThat(whole.path("password").asText()).isEqualTo("my-own-password");
        assertThat(emulator.put(USERS + "/app/credentials/reset", "")
                        .at("/service/users/1/password")
                        .asText())
                .startsWith("AVNS_");

        assertThat(emulator.delete(USERS + "/app").text()).isEqualTo("{\"message\":\"deleted\"}");
        assertThat(emulator.get(USERS + "/app").message()).isEqualTo("404 Service user 'app' does not exist");
        assertThat(emulator.delete(USERS + "/app").message()).isEqualTo("404 Service user 'app' does not exist");
        emulator.emulator().inject(new Fault.UnknownUser(403));
        assertThat(emulator.delete(USERS + "/app").message()).isEqualTo("403 Service user 'app' does not exist");
    }

    @Test
    void aNewPasswordOfTheAdministratorIsInEveryAddress() {
        JsonNode service = emulator.put(USERS + "/avnadmin", "{'operation':'reset-credentials'}")
                .at("/service");

        String password = service.at("/users/0/password").asText();
        assertThat(service.path("service_uri").asText()).contains(":" + password + "@");
        assertThat(service.at("/connection_info/mysql/0").asText()).contains(":" + password + "@");
        assertThat(service.at("/service_uri_params/password").asText()).isEqualTo(password);
    }

    @Test
    void redactedTextLeavesNoTraceInAPassword() {
        assertThat(emulator.put(USERS + "/avnadmin", "{'operation':'reset-credentials','new_password':'<redacted>'}")
                        .at("/service/users/0/password")
                        .asText())
                .startsWith("AVNS_");
    }

    @Test
    void accessControlIsStored() {
        emulator.service("orders", "cache", "valkey", "startup-4");
        String path = "/project/orders/service/cache/user";
        emulator.post(path, "{'username':'app','access_control':{'valkey_acl_keys':['a*']}}");

        assertThat(emulator.get(path + "/app")
                        .at("/user/access_control/valkey_acl_keys/0")
                        .asText())
                .isEqualTo("a*");
        emulator.put(path + "/app", "{'operation':'set-access-control','access_control':{'valkey_acl_keys':['b*']}}");
        assertThat(emulator.get(path + "/app")
                        .at("/user/access_control/valkey_acl_keys/0")
                        .asText())
                .isEqualTo("b*");
    }

    @Test
    void aUserOfKafkaHasACertificate() {
        emulator.service("orders", "events", "kafka", "business-4");
        String path = "/project/orders/service/events/user";

        JsonNode user = emulator.post(path, "{'username':'app'}").at("/user");

        assertThat(user.path("access_cert").asText()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(user.path("access_key").asText()).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(user.path("access_cert_not_valid_after_time").asText()).isNotEmpty();
        assertThat(emulator.get(path + "/app").at("/user")).isEqualTo(user);
    }

    @Test
    void badRequestsAreRefused() {
        emulator.post(USERS, "{'username':'app'}");

        assertThat(emulator.post(USERS, "{'username':'app'}").message())
                .isEqualTo("409 Service user 'app' already exists");
        assertThat(emulator.post(USERS, "{'username':'avnadmin'}").message())
                .isEqualTo("409 Service user 'avnadmin' already exists");
        assertThat(emulator.post(USERS, "{}").message())
                .isEqualTo("400 Invalid input: 'username' is a required property");
        assertThat(emulator.post(USERS, "{'username':'a b'}").message())
                .isEqualTo("400 Invalid input: 'a b' does not match '^[A-Za-z0-9_][A-Za-z0-9_.@-]*$'");
        assertThat(emulator.post(USERS, "{'username':'b','authentication':'none'}")
                        .message())
                .isEqualTo(
                        "400 Invalid input: 'none' is not one of ['caching_sha2_password', 'mysql_native_password']");
        assertThat(emulator.delete(USERS + "/avnadmin").message())
                .isEqualTo("403 Service user 'avnadmin' cannot be deleted");
        assertThat(emulator.put(USERS + "/app", "{}").message())
                .isEqualTo("400 Invalid input: 'operation' is a required property");
        assertThat(emulator.put(USERS + "/app", "{'operation':'explode'}").message())
                .isEqualTo("400 Invalid input: 'explode' is not one of "
                        + "['acknowledge-renewal', 'reset-credentials', 'set-access-control']");
        assertThat(emulator.put(USERS + "/app", "{'operation':'reset-credentials','new_password':'short'}")
                        .text())
                .contains("new_password is too short")
                .doesNotContain("'short'");
        assertThat(emulator.put(USERS + "/nobody", "{'operation':'reset-credentials'}")
                        .status())
                .isEqualTo(404);
        emulator.service("orders", "board", "grafana", "startup-4");
        assertThat(emulator.post("/project/orders/service/board/user", "{'username':'b'}")
                        .message())
                .isEqualTo("400 Service type 'grafana' does not support service users");
    }

    @Test
    void aPoweredOffServiceChangesNoUsers() {
        emulator.put("/project/orders/service/main", "{'powered':false}");

        assertThat(emulator.post(USERS, "{'username':'app'}").text())
                .isEqualTo("{\"errors\":[{\"message\":\"Database not powered on\",\"status\":409,"
                        + "\"error_code\":\"not_powered\"}],\"message\":\"Database not powered on\"}");
        assertThat(emulator.get(USERS + "/avnadmin").status()).isEqualTo(200);
    }

    @Test
    void aNameIsPercentDecoded() {
        emulator.post(USERS, "{'username':'a.b@c'}");

        assertThat(emulator.get(USERS + "/a%2Eb%40c").at("/user/username").asText())
                .isEqualTo("a.b@c");
    }
}

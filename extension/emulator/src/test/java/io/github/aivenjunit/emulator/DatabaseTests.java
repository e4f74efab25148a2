package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Databases of a service that exists in the control plane only. */
class DatabaseTests {

    private static final String DATABASES = "/project/orders/service/main/db";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    @BeforeEach
    void createService() {
        emulator.project("orders");
        emulator.service("orders", "main", "mysql", "startup-4");
    }

    @Test
    void aDatabaseIsCreatedListedAndDeleted() {
        assertThat(emulator.post(DATABASES, "{'database':'app','lc_collate':'C'}")
                        .text())
                .isEqualTo("{\"message\":\"created\"}");

        assertThat(emulator.get(DATABASES).text())
                .isEqualTo(
                        "{\"databases\":[{\"database_name\":\"app\",\"lc_collate\":\"C\",\"lc_ctype\":\"en_US.UTF-8\"},"
                                + "{\"database_name\":\"defaultdb\",\"lc_collate\":\"en_US.UTF-8\",\"lc_ctype\":\"en_US.UTF-8\"}]}");
        assertThat(emulator.emulator().services().get(0).databases()).containsExactly("defaultdb", "app");
        assertThat(emulator.delete(DATABASES + "/app").text()).isEqualTo("{\"message\":\"deleted\"}");
        assertThat(emulator.delete(DATABASES + "/app").message())
                .isEqualTo("404 Service database 'app' does not exist");
    }

    @Test
    void theListIsPagedOnRequest() {
        emulator.post(DATABASES, "{'database':'a'}");
        emulator.post(DATABASES, "{'database':'b'}");

        TestEmulator.Answer first = emulator.get(DATABASES + "?maxItems=2&limit=999");
        assertThat(first.json().findValuesAsText("database_name")).containsExactly("a", "b");
        assertThat(first.at("/next").asText()).isEqualTo("b");
        TestEmulator.Answer rest = emulator.get(DATABASES + "?maxItems=2&after=b");
        assertThat(rest.json().findValuesAsText("database_name")).containsExactly("defaultdb");
        assertThat(rest.json().has("next")).isFalse();
        assertThat(emulator.get(DATABASES + "?maxItems=251").message())
                .isEqualTo("400 Invalid value for limit parameter: maximum allowed value is 250");
        assertThat(emulator.get(DATABASES + "?maxItems=0").message())
                .isEqualTo("400 Invalid value for limit parameter: minimum allowed value is 1");
        assertThat(emulator.get(DATABASES + "?maxItems=many").message())
                .isEqualTo("400 Invalid input: 'many' is not of type 'integer'");
    }

    @Test
    void badRequestsAreRefused() {
        assertThat(emulator.post(DATABASES, "{'database':'defaultdb'}").message())
                .isEqualTo("409 Service database 'defaultdb' already exists");
        assertThat(emulator.post(DATABASES, "{'database':'sys'}").message())
                .isEqualTo("409 Service database 'sys' already exists");
        assertThat(emulator.delete(DATABASES + "/sys").message())
                .isEqualTo("403 Service database 'sys' cannot be deleted, reserved name pattern");
        assertThat(emulator.post(DATABASES, "{'database':'" + "a".repeat(41) + "'}")
                        .message())
                .isEqualTo("400 Invalid input: '" + "a".repeat(41) + "' is too long");
        assertThat(emulator.post(DATABASES, "{'database':'a;b'}").message())
                .isEqualTo("400 Invalid input: 'a;b' does not match '^[a-zA-Z0-9_][a-zA-Z0-9_-]*$'");
        emulator.service("orders", "cache", "valkey", "startup-4");
        assertThat(emulator.get("/project/orders/service/cache/db").message())
                .isEqualTo("400 Service type 'valkey' does not support databases");
    }

    @Test
    void aPoweredOffServiceListsNothing() {
        emulator.put("/project/orders/service/main", "{'powered':false}");

        assertThat(emulator.get(DATABASES).message()).isEqualTo("503 An error occurred. Please try again later.");
        assertThat(emulator.post(DATABASES, "{'database':'a'}").message()).isEqualTo("409 Database not powered on");
    }
}

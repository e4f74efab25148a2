package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A ClickHouse service that exists in the control plane only. */
class ClickHouseTests {

    private static final String SERVICE = "/project/orders/service/main";
    private static final String DATABASES = SERVICE + "/clickhouse/db";
    private static final String USERS = SERVICE + "/clickhouse/user";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    @BeforeEach
    void createService() {
        emulator.project("orders");
        emulator.service("orders", "main", "clickhouse", "business-16");
    }

    @Test
    void aDatabaseIsCreatedListedAndDeleted() {
        assertThat(emulator.post(DATABASES, "{'database':'app'}").text()).isEqualTo("{\"message\":\"created\"}");

        assertThat(emulator.get(DATABASES).text())
                .isEqualTo("{\"databases\":[{\"engine\":\"Replicated\",\"name\":\"app\",\"required\":false,"
                        + "\"state\":\"ok\"},{\"engine\":\"Replicated\",\"name\":\"default\",\"required\":true,"
                        + "\"state\":\"ok\"}]}");
        assertThat(emulator.post(DATABASES, "{'database':'app'}").message())
                .isEqualTo("409 Service database 'app' already exists");
        assertThat(emulator.delete(DATABASES + "/app").text()).isEqualTo("{\"message\":\"deleted\"}");
        assertThat(emulator.delete(DATABASES + "/app").message())
                .isEqualTo("404 Service database 'app' does not exist");
        assertThat(emulator.delete(DATABASES + "/default").message())
                .isEqualTo("403 Service database 'default' cannot be deleted, reserved name pattern");
        assertThat(emulator.post(DATABASES, "{'database':'a;b'}").message())
                .isEqualTo("400 Invalid input: 'a;b' does not match '^[a-zA-Z0-9_][a-zA-Z0-9_-]*$'");
    }

    @Test
    void aUserIsCreatedWithAPasswordThatIsShownOnce() {
        JsonNode user = emulator.post(USERS, "{'name':'app'}").at("/user");

        assertThat(user.path("password").asText()).startsWith("AVNS_");
        assertThat(emulator.post(USERS, "{'name':'own','password':'chosen-one'}")
                        .at("/user/password")
                        .asText())
                .isEqualTo("chosen-one");
        JsonNode users = emulator.get(USERS).at("/users");
        assertThat(users.findValuesAsText("name")).containsExactly("avnadmin", "app", "own");
        assertThat(users.at("/0/required").asBoolean()).isTrue();
        assertThat(users.at("/1/uuid")).isEqualTo(user.path("uuid"));
        assertThat(users.at("/1/password").isNull()).isTrue();
        assertThat(emulator.post(USERS, "{'name':'app'}").message()).isEqualTo("409 Service user 'app' already exists");
        assertThat(emulator.post(USERS, "{'name':'x','roles':[{'uuid':'r'}]}").message())
                .isEqualTo("400 The emulator has no ClickHouse roles. Leave the property out, or run against Aiven.");
    }

    @Test
    void passwordsAreChangedByIdAndNullMeansANewOne() {
        String app = USERS + "/"
                + emulator.post(USERS, "{'name':'app'}").at("/user/uuid").asText();
        String admin = USERS + "/" + emulator.get(USERS).at("/users/0/uuid").asText();

        assertThat(emulator.put(app + "/password", "{'password':'chosen-one'}").text())
                .isEqualTo("{\"password\":\"chosen-one\"}");
        assertThat(emulator.put(app + "/password", "{'password':null}")
                        .at("/password")
                        .asText())
                .startsWith("AVNS_");
        assertThat(emulator.put(app + "/password", "{}").message())
                .isEqualTo("400 Invalid input: 'password' is a required property");
        emulator.put(admin + "/password", "{'password':'admins-own'}");
        assertThat(emulator.read("orders", "main").path("service_uri").asText())
                .startsWith("https://avnadmin:admins-own@");
    }

    @Test
    void aUserIsDeletedByItsIdButTheFirstIsNot() {
        String app = USERS + "/"
                + emulator.post(USERS, "{'name':'app'}").at("/user/uuid").asText();
        String admin = USERS + "/" + emulator.get(USERS).at("/users/0/uuid").asText();

        assertThat(emulator.delete(app).text()).isEqualTo("{\"message\":\"deleted\"}");
        assertThat(emulator.delete(app).message())
                .isEqualTo("404 Service user '" + app.substring(USERS.length() + 1) + "' does not exist");
        assertThat(emulator.delete(admin).message()).isEqualTo("403 Service user 'avnadmin' cannot be deleted");
        assertThat(emulator.post(SERVICE + "/user", "{'username':'app'}").message())
                .isEqualTo("400 Service type 'clickhouse' does not support service users");
    }

    @Test
    void nobodyRunsStatements() {
        assertThat(emulator.post(SERVICE + "/clickhouse/query", "{'database':'default','query':'SELECT 1'}")
                        .message())
                .isEqualTo("400 The emulator cannot run SQL: nothing listens behind emulated clickhouse services. "
                        + "Run against Aiven.");
    }

    @Test
    void aPoweredOffServiceAnswersNothing() {
        emulator.put(SERVICE, "{'powered':false}");

        assertThat(emulator.get(DATABASES).message()).isEqualTo("409 Database not powered on");
        assertThat(emulator.post(USERS, "{'name':'app'}").message()).isEqualTo("409 Database not powered on");
        assertThat(emulator.post(SERVICE + "/clickhouse/query", "{'database':'default','query':'SELECT 1'}")
                        .message())
                .isEqualTo("409 Database not powered on");
    }

    @Test
    void otherTypesAreRefused() {
        emulator.service("orders", "db", "pg", "startup-4");

        assertThat(emulator.get("/project/orders/service/db/clickhouse/db").message())
                .isEqualTo("400 Service type 'pg' is not ClickHouse");
    }
}

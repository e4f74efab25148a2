package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.ClickHouseDatabase;
import io.github.aivenjunit.client.model.ClickHouseResult;
import io.github.aivenjunit.client.model.ClickHouseUser;
import io.github.aivenjunit.client.model.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClickHouseTests {

    private static final String PATH = "/v1/project/p1/service/ch/clickhouse";
    private static final String USER =
            "{\"uuid\": \"u-1\", \"name\": \"app\", \"password\": \"AVNS_1\", \"required\": false}";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void databasesAreListedCreatedAndDeleted() throws InterruptedException {
        api.answers("""
                        {"databases": [{"name": "default", "engine": "Replicated", "required": true, "state": "ok"},
                          {"name": "orders", "state": "pending_creation"}]}""").answers("{\"message\": \"created\"}").answers("{}").fails(404, "Database not found");
        ClickHouseApi clickHouse = api.client().clickHouse();

        assertThat(clickHouse.databases("p1", "ch"))
                .containsExactly(
                        new ClickHouseDatabase("default", "Replicated", true, "ok"),
                        new ClickHouseDatabase("orders", "", false, "pending_creation"));
        clickHouse.createDatabase("p1", "ch", "orders");
        clickHouse.deleteDatabase("p1", "ch", "a/b");
        clickHouse.deleteDatabase("p1", "ch", "a/b");

        api.received("GET", PATH + "/db");
        api.received("POST", PATH + "/db", "{\"database\": \"orders\"}");
        api.received("DELETE", PATH + "/db/a%2Fb");
    }

    @Test
    void lostDatabaseChangesAreLookedUpInTheList() throws InterruptedException {
        api.losesTheAnswer()
                .answers("{\"databases\": []}")
                .losesTheAnswer()
                .answers("{\"databases\": [{\"name\": \"orders\", \"state\": \"pending_creation\"}]}")
                .losesTheAnswer()
                .answers("{\"databases\": [{\"name\": \"orders\", \"state\": \"pending_removal\"}]}");
        ClickHouseApi clickHouse = api.client().clickHouse();

        clickHouse.createDatabase("p1", "ch", "orders");
        clickHouse.deleteDatabase("p1", "ch", "orders");

        String create = "POST " + PATH + "/db";
        String list = "GET " + PATH + "/db";
        assertThat(api.receivedPaths())
                .containsExactly(create, list, create, list, "DELETE " + PATH + "/db/orders", list);
    }

    @Test
    void usersAreReadWithRightsAndRoles() throws InterruptedException {
        api.answers("""
                {"users": [{"uuid": "u-1", "name": "app", "password": null, "required": true,
                  "privileges": [{"access_type": "SELECT", "database": "d", "table": "t", "column": null,
                    "grant_option": true, "is_partial_revoke": false}],
                  "roles": [{"uuid": "r-1", "name": "reader", "is_default": true, "with_admin_option": false}]}]}""");

        assertThat(api.client().clickHouse().users("p1", "ch"))
                .containsExactly(new ClickHouseUser(
                        "u-1",
                        "app",
                        Optional.empty(),
                        true,
                        List.of(new ClickHouseUser.Privilege(
                                "SELECT", Optional.of("d"), Optional.of("t"), Optional.empty(), true)),
                        List.of(new ClickHouseUser.Role("r-1", "reader"))));
        api.received("GET", PATH + "/user");
    }

    @Test
    void aNewUserComesWithItsPassword() throws InterruptedException {
        api.answers("{\"user\": " + USER + "}").answers("{\"user\": " + USER + "}");
        ClickHouseApi clickHouse = api.client().clickHouse();

        assertThat(clickHouse.createUser("p1", "ch", "app").password()).contains(Secret.of("AVNS_1"));
        clickHouse.createUser("p1", "ch", "app", Secret.of("chosen"));

        api.received("POST", PATH + "/user", "{\"name\": \"app\"}");
        api.received("POST", PATH + "/user", "{\"name\": \"app\", \"password\": \"chosen\"}");
    }

    @Test
    void passwordsAreMadeOrSet() throws InterruptedException {
        api.answers("{\"password\": \"AVNS_2\"}").answers("{}");
        ClickHouseApi clickHouse = api.client().clickHouse();

        assertThat(clickHouse.resetPassword("p1", "ch", "u-1")).isEqualTo(Secret.of("AVNS_2"));
        clickHouse.changePassword("p1", "ch", "u-1", Secret.of("chosen"));

        api.received("PUT", PATH + "/user/u-1/password", "{\"password\": null}");
        api.received("PUT", PATH + "/user/u-1/password", "{\"password\": \"chosen\"}");
    }

    @Test
    void lostUserChangesAreLookedUpInTheList() throws InterruptedException {
        api.losesTheAnswer()
                .answers("{\"users\": [" + USER + "]}")
                .losesTheAnswer()
                .answers("{\"users\": []}")
                .fails(404, "User not found");
        ClickHouseApi clickHouse = api.client().clickHouse();

        assertThat(clickHouse.createUser("p1", "ch", "app").uuid()).isEqualTo("u-1");
        clickHouse.deleteUser("p1", "ch", "u-1");
        clickHouse.deleteUser("p1", "ch", "u-1");

        assertThat(api.receivedPaths())
                .containsExactly(
                        "POST " + PATH + "/user",
                        "GET " + PATH + "/user",
                        "DELETE " + PATH + "/user/u-1",
                        "GET " + PATH + "/user",
                        "DELETE " + PATH + "/user/u-1");
    }

    @Test
    void aQueryAnswersColumnsAndRowsWithNulls() throws InterruptedException {
        api.answers("""
                {"meta": [{"name": "id", "type": "UInt64"}, {"name": "note", "type": "Nullable(String)"}],
                 "data": [["1", null], [2, "x"]], "summary": {"read_rows": 2, "elapsed_ns": "17"}}""");

        ClickHouseResult result = api.client().clickHouse().query("p1", "ch", "default", "SELECT 1");

        assertThat(result.meta())
                .containsExactly(
                        new ClickHouseResult.Column("id", "UInt64"),
                        new ClickHouseResult.Column("note", "Nullable(String)"));
        assertThat(result.data()).containsExactly(Arrays.asList("1", null), List.of(2, "x"));
        assertThat(result.summary()).isEqualTo(Map.of("read_rows", 2L, "elapsed_ns", 17L));
        api.received("POST", PATH + "/query", "{\"database\": \"default\", \"query\": \"SELECT 1\"}");
    }

    @Test
    void aStatementThatMayHaveRunIsNotRepeated() {
        api.losesTheAnswer().fails(500, "boom");
        ClickHouseApi clickHouse = api.client().clickHouse();

        assertThatThrownBy(() -> clickHouse.query("p1", "ch", "default", "INSERT"))
                .isExactlyInstanceOf(AivenApiException.Unreachable.class);
        assertThatThrownBy(() -> clickHouse.query("p1", "ch", "default", "INSERT"))
                .isExactlyInstanceOf(AivenApiException.ServerError.class);
        assertThat(api.server().getRequestCount()).isEqualTo(2);
    }

    @Test
    void aStatementThatWasNotLetInIsRepeated() {
        api.fails(429, "Rate limit").answers("{\"meta\": [], \"data\": []}");

        assertThat(api.client()
                        .clickHouse()
                        .query("p1", "ch", "default", "INSERT")
                        .data())
                .isEmpty();
        assertThat(api.server().getRequestCount()).isEqualTo(2);
    }
}

package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.ConnectionPool;
import io.github.aivenjunit.client.model.ConnectionPoolCreate;
import io.github.aivenjunit.client.model.ConnectionPoolUpdate;
import io.github.aivenjunit.client.model.PostgresExtension;
import io.github.aivenjunit.client.model.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTests {

    private static final String SERVICE = "/v1/project/p1/service/db";
    private static final String POOLS = SERVICE + "/connection_pool";
    private static final String WITH_POOL = """
            {"service": {"service_name": "db", "connection_pools": [{"pool_name": "pool", "database": "orders",
              "pool_mode": "session", "pool_size": 10, "username": "app", "connection_uri": "postgres://x"}]}}""";
    private static final String WITHOUT_POOL = "{\"service\": {\"service_name\": \"db\"}}";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void poolsAreReadFromTheService() throws InterruptedException {
        api.answers(WITH_POOL);

        assertThat(api.client().postgres().connectionPools("p1", "db"))
                .containsExactly(new ConnectionPool(
                        "pool", "orders", "session", 10, Optional.of("app"), Optional.of(Secret.of("postgres://x"))));
        api.received("GET", SERVICE + "?include_secrets=true");
    }

    @Test
    void createAndUpdateSendOnlyWhatIsGiven() throws InterruptedException {
        api.answers("{\"message\": \"created\"}").answers("{}").answers("{}");
        PostgresApi postgres = api.client().postgres();

        postgres.createConnectionPool("p1", "db", ConnectionPoolCreate.of("pool", "orders"));
        postgres.createConnectionPool(
                "p1",
                "db",
                ConnectionPoolCreate.of("pool", "orders")
                        .withPoolMode("transaction")
                        .withPoolSize(5)
                        .withUsername("app"));
        postgres.updateConnectionPool(
                "p1",
                "db",
                "a/b",
                ConnectionPoolUpdate.none()
                        .withDatabase("d")
                        .withPoolMode("session")
                        .withPoolSize(6)
                        .withUsername("u"));

        api.received("POST", POOLS, "{\"pool_name\": \"pool\", \"database\": \"orders\"}");
        api.received("POST", POOLS, """
                {"pool_name": "pool", "database": "orders", "pool_mode": "transaction", "pool_size": 5,
                 "username": "app"}""");
        api.received("PUT", POOLS + "/a%2Fb", """
                {"database": "d", "pool_mode": "session", "pool_size": 6, "username": "u"}""");
    }

    @Test
    void aLostCreateIsLookedUpInTheService() throws InterruptedException {
        api.losesTheAnswer()
                .answers(WITHOUT_POOL)
                .losesTheAnswer()
                .answers(WITH_POOL)
                .losesTheAnswer()
                .answers(WITH_POOL);
        PostgresApi postgres = api.client().postgres();

        postgres.createConnectionPool(
                "p1", "db", ConnectionPoolCreate.of("pool", "orders").withPoolSize(10));
        assertThatThrownBy(() -> postgres.createConnectionPool(
                        "p1", "db", ConnectionPoolCreate.of("pool", "orders").withPoolSize(11)))
                .isExactlyInstanceOf(AivenApiException.Conflict.class);
        assertThat(api.receivedPaths())
                .containsExactly(
                        "POST " + POOLS,
                        "GET " + SERVICE,
                        "POST " + POOLS,
                        "GET " + SERVICE,
                        "POST " + POOLS,
                        "GET " + SERVICE);
    }

    @Test
    void aPlanWithoutPoolsIsNoQuestionOfRights() {
        api.fails(403, "Current service plan does not include the connection pooling option")
                .fails(403, "Service database username avnadmin does not exist");
        PostgresApi postgres = api.client().postgres();
        ConnectionPoolCreate pool = ConnectionPoolCreate.of("pool", "orders");

        assertThatThrownBy(() -> postgres.createConnectionPool("p1", "db", pool))
                .isExactlyInstanceOf(AivenApiException.Forbidden.class)
                .hasMessage("POST " + POOLS + " failed with 403: Current service plan does not include the connection"
                        + " pooling option. Use a plan that includes it.");
        assertThatThrownBy(() -> postgres.createConnectionPool("p1", "db", pool))
                .hasMessage("POST " + POOLS + " failed with 403: Service database username avnadmin does not exist."
                        + " Check the name; what was just created can take a moment to be known.");
    }

    @Test
    void deleteOfAPoolThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{}")
                .fails(404, "Pool not found")
                .losesTheAnswer()
                .answers(WITH_POOL)
                .losesTheAnswer()
                .answers(WITHOUT_POOL);
        PostgresApi postgres = api.client().postgres();

        postgres.deleteConnectionPool("p1", "db", "pool");
        postgres.deleteConnectionPool("p1", "db", "pool");
        postgres.deleteConnectionPool("p1", "db", "pool");

        String delete = "DELETE " + POOLS + "/pool";
        assertThat(api.receivedPaths())
                .containsExactly(delete, delete, delete, "GET " + SERVICE, delete, "GET " + SERVICE);
    }

    @Test
    void extensionsAreRead() throws InterruptedException {
        api.answers("""
                {"extensions": [{"name": "postgis", "default_version": "3.5", "versions": ["3.4", "3.5"]},
                  {"name": "pgcrypto"}]}""");

        assertThat(api.client().postgres().availableExtensions("p1", "db"))
                .containsExactly(
                        new PostgresExtension("postgis", Optional.of("3.5"), List.of("3.4", "3.5")),
                        new PostgresExtension("pgcrypto", Optional.empty(), List.of()));
        api.received("GET", SERVICE + "/pg/available-extensions");
    }
}

package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.ConnectionPool;
import io.github.aivenjunit.client.model.ConnectionPoolCreate;
import io.github.aivenjunit.client.model.ConnectionPoolUpdate;
import io.github.aivenjunit.client.model.PostgresExtension;
import io.github.aivenjunit.client.model.UserConfig;
import io.github.aivenjunit.connection.PostgresConnection;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.spec.ServiceSpec;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Pools, extensions, forks and read replicas, made by the client and used by the real driver. */
class PostgresPoolPlatformTests {

    @Test
    void whatTheClientMakesIsUsableWithTheRealDriver() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(3, UsingTestCase.class);
        }
    }

    @AivenProject
    @AivenPostgres(name = "orders", databases = "shop")
    static class UsingTestCase {

        @Test
        void aPoolLeadsToItsDatabase(EphemeralProject project, PostgresService orders) throws SQLException {
            String service = orders.serviceName();
            project.client()
                    .postgres()
                    .createConnectionPool(project.name(), service, ConnectionPoolCreate.of("web", "shop"));
            project.client()
                    .postgres()
                    .updateConnectionPool(
                            project.name(),
                            service,
                            "web",
                            ConnectionPoolUpdate.none().withPoolSize(2));

            ConnectionPool pool = project.client()
                    .postgres()
                    .connectionPools(project.name(), service)
                    .get(0);
            assertThat(pool.poolSize()).isEqualTo(2);
            URI address = URI.create(pool.connectionUri().orElseThrow().reveal());
            PostgresConnection direct = orders.database();
            PostgresConnection pooled = new PostgresConnection(
                    address.getHost(),
                    address.getPort(),
                    address.getPath().substring(1),
                    direct.user(),
                    direct.password(),
                    direct.ca());
            assertThat(first(pooled, "select current_database()")).isEqualTo("shop");
            project.client().postgres().deleteConnectionPool(project.name(), service, "web");
            assertThatThrownBy(pooled::connect).hasMessage("FATAL: no such database: web");
        }

        @Test
        void theExtensionsAreThoseOfTheServer(EphemeralProject project, PostgresService orders) {
            List<PostgresExtension> extensions =
                    project.client().postgres().availableExtensions(project.name(), orders.serviceName());

            assertThat(extensions)
                    .extracting(PostgresExtension::name)
                    .contains("hstore", "pg_trgm")
                    .doesNotContain("vector", "postgis");
        }

        @Test
        void aForkAndAReplicaStartWithTheData(EphemeralProject project, PostgresService orders) throws SQLException {
            first(orders.database(), "create table item as select 7 as id; select 1");
            Map<String, Object> origin = Map.of("service_to_fork_from", orders.serviceName());
            PostgresService fork = (PostgresService) project.createService(ServiceSpec.builder("pg", "startup-4")
                    .name("fork")
                    .userConfig(UserConfig.of(origin))
                    .build());
            PostgresService replica = (PostgresService) project.createService(ServiceSpec.builder("pg", "startup-4")
                    .name("replica")
                    .userConfig(UserConfig.of(origin).with(Map.of("pg_read_replica", true)))
                    .build());

            assertThat(first(fork.database(), "update item set id = 8 returning id"))
                    .isEqualTo("8");
            assertThat(first(replica.database(), "select id from item")).isEqualTo("7");
            assertThatThrownBy(() -> first(replica.database(), "update item set id = 9 returning id"))
                    .hasMessage("ERROR: cannot execute UPDATE in a read-only transaction");
        }

        private static String first(PostgresConnection target, String sql) throws SQLException {
            try (Connection connection = target.connect();
                    Statement statement = connection.createStatement()) {
                boolean rows = statement.execute(sql);
                while (!rows) {
                    rows = statement.getMoreResults();
                }
                try (ResultSet result = statement.getResultSet()) {
                    assertThat(result.next()).isTrue();
                    return result.getString(1);
                }
            }
        }
    }
}

package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.connection.PostgresConnection;
import io.github.aivenjunit.jupiter.AivenPool;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.Named;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.resource.ResourceFailedException;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.PoolMode;
import io.github.aivenjunit.spec.ServiceResource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is declared inside a PostgreSQL service, and copies of it, exist before the first test. */
class PostgresInsideTests {

    @Test
    void poolsAndExtensionsAreThereBeforeTheFirstTest() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(4, InsideTestCase.class);
        }
    }

    @AivenProject
    @AivenPostgres(
            databases = "orders",
            users = "web",
            extensions = {"pg_trgm", "hstore"},
            pools = @AivenPool(name = "shop", database = "orders", size = 2))
    static class InsideTestCase {

        @Test
        void theExtensionsAreInEveryDatabase(PostgresService postgres) throws SQLException {
            assertThat(first(postgres.database(), "select similarity('bolt', 'bolt')"))
                    .isEqualTo("1");
            assertThat(first(postgres.database("orders"), "select 'a=>1'::hstore -> 'a'"))
                    .isEqualTo("1");
        }

        @Test
        void thePoolLeadsToItsDatabaseForEveryUser(PostgresService postgres) throws SQLException {
            PostgresConnection pool = postgres.pool("shop");

            assertThat(first(pool, "select current_database()")).isEqualTo("orders");
            assertThat(first(
                            pool.withUser("web", postgres.user("web").password().orElseThrow()), "select current_user"))
                    .isEqualTo("web");
        }

        @Test
        void aPoolIsMadeInPlace(PostgresService postgres) throws SQLException {
            PostgresConnection pool = postgres.createPool(new ServiceResource.ConnectionPool(
                    "late", "defaultdb", PoolMode.SESSION, OptionalInt.empty(), Optional.empty()));

            assertThat(first(pool, "select current_database()")).isEqualTo("defaultdb");
        }

        @Test
        void anExtensionThatTheServerLacksIsRefusedWithThoseItHas(PostgresService postgres) {
            assertThatThrownBy(() -> postgres.createExtension("vector"))
                    .isInstanceOf(ResourceFailedException.class)
                    .hasMessageStartingWith("Service 'pg' cannot have extension 'vector'. Set 'extensions' to some of ")
                    .hasMessageContaining("pg_trgm");
        }
    }

    @Test
    void anExtensionThatTheServerLacksFailsTheClassAndLeavesNothing() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            Throwable failure = ExtensionRun.onlyFailure(run.run(MissingExtensionTestCase.class));

            assertThat(failure)
                    .isInstanceOf(ResourceFailedException.class)
                    .hasMessageStartingWith("Service 'pg' cannot have extension 'vector'.");
            run.assertNothingLeft();
        }
    }

    @AivenProject
    @AivenPostgres(extensions = "vector")
    static class MissingExtensionTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void poolsOnAPlanWithoutPoolingAreRefusedBeforeAnythingIsCreated() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            Throwable failure = ExtensionRun.onlyFailure(run.run(NoPoolingTestCase.class));

            assertThat(failure)
                    .isInstanceOf(InvalidSpecException.class)
                    .hasMessage("Plan 'hobbyist' has no connection pooling. Set 'plan' of service 'pg' to startup-4 or"
                            + " larger, or remove 'pools'.");
            assertThat(run.creations()).isZero();
        }
    }

    @AivenProject
    @AivenPostgres(plan = "hobbyist", pools = @AivenPool(name = "shop"))
    static class NoPoolingTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void copiesAreBuiltWhenTheirSourceIsReady() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, CopiesTestCase.class);
        }
    }

    @AivenProject
    @AivenPostgres(name = "replica", readReplicaOf = "orders")
    @AivenPostgres(name = "fork", forkOf = "orders")
    @AivenPostgres(name = "orders", databases = "shop")
    static class CopiesTestCase {

        @Test
        void haveTheSourcesDatabase(
                @Named("orders") PostgresService orders,
                @Named("replica") PostgresService replica,
                @Named("fork") PostgresService fork)
                throws SQLException {
            assertThat(first(orders.database("shop"), "select current_database()"))
                    .isEqualTo("shop");
            assertThat(first(replica.database("shop"), "select current_database()"))
                    .isEqualTo("shop");
            assertThat(first(fork.database("shop"), "select current_database()"))
                    .isEqualTo("shop");
            assertThatThrownBy(() -> execute(replica.database("shop"), "create table t(id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("read-only");
            execute(fork.database("shop"), "create table t(id int)");
        }
    }

    private static String first(PostgresConnection target, String query) throws SQLException {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(PostgresConnection target, String command) throws SQLException {
        try (Connection connection = target.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}

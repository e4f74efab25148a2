package io.github.aivenjunit.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.DatabaseServer;
import java.io.IOException;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDatabasesTests {

    @RegisterExtension
    final PostgresServers servers = new PostgresServers();

    @Test
    void aNewServerHasTheDefaultDatabaseOnly() throws Exception {
        assertThat(servers.start().databases()).containsExactly("defaultdb");
    }

    @Test
    void databasesOfTheControlPlaneAndOfClientsAreListedTogether() throws Exception {
        DatabaseServer server = servers.start();

        server.createDatabase("with \"quotes\"");
        servers.query(server, "CREATE DATABASE made_by_client");

        assertThat(server.databases()).containsExactly("defaultdb", "with \"quotes\"", "made_by_client");
    }

    @Test
    void theFirstUserOwnsACreatedDatabase() throws Exception {
        DatabaseServer server = servers.start();
        server.createDatabase("orders");

        try (Connection connection = servers.connect(server, PostgresServers.ADMIN, "orders")) {
            PostgresServers.query(connection, "CREATE TABLE t AS SELECT 'stored' AS v");
            assertThat(PostgresServers.query(connection, "SELECT v FROM t")).containsExactly("stored");
        }
    }

    @Test
    void aDatabaseIsDroppedUnderAConnectedClient() throws Exception {
        DatabaseServer server = servers.start();
        server.createDatabase("orders");

        try (Connection client = servers.connect(server, PostgresServers.ADMIN, "orders")) {
            server.dropDatabase("orders");

            assertThat(server.databases()).containsExactly("defaultdb");
            assertThat(client.isValid(1)).isFalse();
        }
    }

    @Test
    void aServerThatIsOffSaysSo() throws Exception {
        DatabaseServer server = servers.start();
        server.powerOff();

        assertThatThrownBy(server::databases)
                .isInstanceOf(IOException.class)
                .hasMessage("Service orders is not running. Power it on first.");
    }

    @Test
    void theFirstUserIsNoSuperuserButManagesRolesDatabasesAndReplication() throws Exception {
        DatabaseServer server = servers.start();

        assertThat(servers.query(
                        server,
                        "SELECT concat_ws(' ', rolsuper, rolcreaterole, rolcreatedb, rolreplication)"
                                + " FROM pg_roles WHERE rolname = current_user"))
                .containsExactly("f t t t");
        servers.query(server, "CREATE ROLE app LOGIN PASSWORD 'x'");
        assertThatThrownBy(() -> servers.query(server, "COPY (SELECT 1) TO PROGRAM 'cat'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> servers.connect(server, PostgresServers.ADMIN, "_aiven"))
                .hasMessageContaining("permission denied for database \"_aiven\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pgcrypto", "uuid-ossp", "pg_trgm", "hstore", "citext", "pg_stat_statements", "postgres_fdw"})
    void extensionsThatAivenAllowsCanBeCreated(String extension) throws Exception {
        DatabaseServer server = servers.start();

        servers.query(server, "CREATE EXTENSION \"" + extension + "\"");

        assertThat(servers.query(server, "SELECT extname FROM pg_extension")).contains(extension);
    }

    @Test
    void textSortsLikeEnglishNotLikeBytes() throws Exception {
        DatabaseServer server = servers.start();

        assertThat(servers.query(server, "SELECT v FROM unnest(ARRAY['b', 'A', 'a', 'B', 'é', 'f']) v ORDER BY v"))
                .containsExactly("a", "A", "b", "B", "é", "f");
    }

    @Test
    void passwordsDoNotStayInTheStatementStatistics() throws Exception {
        DatabaseServer server = servers.start();
        servers.query(server, "CREATE EXTENSION pg_stat_statements");

        assertThat(servers.query(server, "SELECT count(*) FROM pg_stat_statements WHERE userid = 10"))
                .containsExactly("0");
    }
}

package io.github.aivenjunit.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.DatabaseServer;
import java.io.IOException;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MySqlDatabasesTests {

    @RegisterExtension
    final MySqlServers servers = new MySqlServers();

    @Test
    void aNewServerHasTheDefaultDatabaseOnly() throws Exception {
        assertThat(servers.start().databases()).containsExactly("defaultdb");
    }

    @Test
    void databasesOfTheControlPlaneAndOfClientsAreListedTogether() throws Exception {
        DatabaseServer server = servers.start();

        server.createDatabase("with `quotes`");
        servers.query(server, "CREATE DATABASE made_by_client");

        assertThat(server.databases()).containsExactly("defaultdb", "made_by_client", "with `quotes`");
    }

    @Test
    void aDatabaseIsDroppedUnderAConnectedClient() throws Exception {
        DatabaseServer server = servers.start();
        server.createDatabase("orders");

        try (Connection client = servers.connect(server, MySqlServers.ADMIN, "orders")) {
            MySqlServers.query(client, "CREATE TABLE t (id int PRIMARY KEY)");
            server.dropDatabase("orders");

            assertThat(server.databases()).containsExactly("defaultdb");
            assertThatThrownBy(() -> MySqlServers.query(client, "SELECT * FROM t"))
                    .hasMessageContaining("t' doesn't exist");
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
    void errorsOfTheServerArePassedOn() throws Exception {
        DatabaseServer server = servers.start();

        assertThatThrownBy(() -> server.createDatabase("defaultdb"))
                .isInstanceOf(IOException.class)
                .hasMessage("Can't create database 'defaultdb'; database exists (error 1007)");
    }

    @Test
    void theFirstUserHasAllPrivilegesButThoseOverTheMachine() throws Exception {
        DatabaseServer server = servers.start();

        servers.query(server, "CREATE USER app IDENTIFIED BY 'x'");
        servers.query(server, "GRANT SELECT ON defaultdb.* TO app");
        assertThatThrownBy(() -> servers.query(server, "SELECT 'x' INTO OUTFILE '" + servers.directory() + "/outfile'"))
                .hasMessageContaining("Access denied");
        assertThatThrownBy(() -> servers.query(server, "SHUTDOWN")).hasMessageContaining("Access denied");
    }

    @Test
    void theServerIsSetUpLikeAiven() throws Exception {
        DatabaseServer server = servers.start();

        assertThat(servers.query(
                        server,
                        "SELECT concat_ws(' ', @@global.character_set_server, @@global.collation_server,"
                                + " @@global.time_zone, @@global.local_infile + 0)"))
                .containsExactly("utf8mb4 utf8mb4_0900_ai_ci +00:00 0");
        assertThat(servers.query(server, "SELECT @@global.sql_mode").get(0).split(","))
                .contains("ANSI", "STRICT_ALL_TABLES", "ANSI_QUOTES");
        assertThatThrownBy(() -> servers.query(server, "CREATE TABLE t (id int)"))
                .hasMessageContaining("requires a primary key");
    }

    @Test
    void theSettingsReachTheServer() throws Exception {
        DatabaseServer server = servers.start(Map.of(
                "mysql_version",
                "8",
                "mysql",
                Map.of(
                        "sql_mode",
                        "",
                        "sql_require_primary_key",
                        false,
                        "default_time_zone",
                        "+03:00",
                        "group_concat_max_len",
                        2048,
                        "wait_timeout",
                        900)));

        servers.query(server, "CREATE TABLE t (id int)");
        assertThat(servers.query(
                        server,
                        "SELECT concat_ws(' ', @@global.sql_mode, @@global.time_zone,"
                                + " @@global.group_concat_max_len, @@global.wait_timeout)"))
                .containsExactly(" +03:00 2048 900");
    }
}

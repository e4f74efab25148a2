package io.github.aivenjunit.engine.mysql;

import static io.github.aivenjunit.engine.mysql.MySqlServers.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MySqlConnectionTests {

    private static final String NO_ENTRY = "Access denied for user '%s'@'127.0.0.1' (using password: %s)";

    @RegisterExtension
    final MySqlServers servers = new MySqlServers();

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void aVerifiedConnectionReachesTheServerUnderBothItsNames(String host) throws Exception {
        DatabaseServer server = servers.start();

        try (Connection connection =
                servers.connect(host + ":" + MySqlServers.port(server) + "/defaultdb", ADMIN, Map.of())) {
            assertThat(MySqlServers.query(
                            connection,
                            "SELECT variable_value FROM information_schema.session_status"
                                    + " WHERE variable_name = 'Ssl_version'"))
                    .containsExactly("TLSv1.3");
            assertThat(MySqlServers.query(connection, "SELECT concat(current_user(), ' ', database())"))
                    .containsExactly("avnadmin@% defaultdb");
        }
    }

    @Test
    void anUnverifiedConnectionOverTlsIsTaken() throws Exception {
        DatabaseServer server = servers.start();

        servers.connect(address(server), ADMIN, Map.of("sslMode", "REQUIRED")).close();
    }

    @Test
    void aClientThatTrustsAnotherAuthorityRefusesTheServer(@TempDir Path directory) throws Exception {
        DatabaseServer server = servers.start();
        Path other = directory.resolve("other.p12");
        MySqlServers.writeTrustStore(
                other, new TestCertificates().forLocalhost().caPem());

        assertThatThrownBy(() -> servers.connect(
                        address(server),
                        ADMIN,
                        Map.of("trustCertificateKeyStoreUrl", other.toUri().toString())))
                .hasStackTraceContaining("SSLHandshakeException");
    }

    @Test
    void aConnectionWithoutTlsIsRefused() throws Exception {
        DatabaseServer server = servers.start();

        assertThatThrownBy(() -> servers.connect(address(server), ADMIN, Map.of("sslMode", "DISABLED")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("--require_secure_transport=ON");
    }

    @Test
    void aWrongPasswordIsRefusedAndNeitherPasswordIsToldToAnybody() throws Exception {
        DatabaseServer server = servers.start();
        Credentials wrong = new Credentials("avnadmin", "AVNS_wrong");

        assertThatThrownBy(() -> servers.connect(server, wrong, "defaultdb"))
                .hasMessageContaining(NO_ENTRY.formatted("avnadmin", "YES"));

        String log = Files.readString(servers.directory().resolve("server.log"));
        assertThat(log).contains("Access denied for user 'avnadmin'").doesNotContain("AVNS_");
        assertThat(servers.directory().resolve("my.cnf")).content().doesNotContain("AVNS_");
        assertThat(servers.processes()).isNotEmpty().noneMatch(line -> line.contains("AVNS_"));
        assertThat(server.toString()).isEqualTo("MySqlInstance[project/orders]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "mariadb.sys", ""})
    void theServersOwnUsersCannotLogInFromOutside(String name) throws Exception {
        DatabaseServer server = servers.start();

        assertThatThrownBy(() -> servers.connect(server, new Credentials(name, ""), ""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("Access denied");
    }

    @Test
    void theServerWithItsKeyIsClosedToOtherUsersOfTheMachine() throws Exception {
        servers.start();

        assertThat(permissions("")).isEqualTo("rwx------");
        assertThat(permissions("server.key")).isEqualTo("rw-------");
        assertThat(permissions("my.cnf")).isEqualTo("rw-------");
    }

    @Test
    void aSecondUserLogsInWithItsOwnPasswordAndMayCreateTables() throws Exception {
        DatabaseServer server = servers.start();
        Credentials writer = new Credentials("writer; `x`'", "a'b\\c\"é");

        server.createUser(writer);

        try (Connection connection = servers.connect(server, writer, "defaultdb")) {
            MySqlServers.query(connection, "CREATE TABLE t (id int PRIMARY KEY)");
            assertThat(MySqlServers.query(connection, "SELECT current_user()"))
                    .containsExactly(writer.username() + "@%");
        }
    }

    @Test
    void aChangedPasswordReplacesTheOldOneForGood() throws Exception {
        DatabaseServer server = servers.start();
        Credentials changed = new Credentials("avnadmin", "AVNS_changed");

        server.changePassword(changed);
        server.powerOff();
        server.powerOn();

        servers.connect(server, changed, "defaultdb").close();
        assertThatThrownBy(() -> servers.connect(server)).hasMessageContaining(NO_ENTRY.formatted("avnadmin", "YES"));
    }

    @Test
    void aDroppedUserIsThrownOutAndItsTablesStay() throws Exception {
        DatabaseServer server = servers.start();
        Credentials writer = new Credentials("writer", "AVNS_writer");
        server.createUser(writer);

        try (Connection session = servers.connect(server, writer, "defaultdb")) {
            MySqlServers.query(session, "CREATE TABLE kept (answer int PRIMARY KEY)");
            server.dropUser("writer");

            assertThat(session.isValid(5)).isFalse();
        }
        assertThat(servers.query(server, "SHOW TABLES")).containsExactly("kept");
        assertThatThrownBy(() -> servers.connect(server, writer, "defaultdb"))
                .hasMessageContaining(NO_ENTRY.formatted("writer", "YES"));
    }

    @Test
    void aPasswordWithNulIsRefusedBeforeTheServerSeesIt() throws Exception {
        DatabaseServer server = servers.start();

        assertThatThrownBy(() -> server.createUser(new Credentials("reader", "AVNS_\0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A name or password holds the character NUL. Remove it.");
    }

    @Test
    void errorsOfTheServerArePassedOnWithoutThePassword() throws Exception {
        DatabaseServer server = servers.start();

        assertThatThrownBy(() -> server.createUser(new Credentials("avnadmin", "AVNS_other")))
                .isInstanceOf(IOException.class)
                .hasMessage("Operation CREATE USER failed for 'avnadmin'@'%' (error 1396)");
        assertThatThrownBy(() -> server.dropUser("nobody"))
                .isInstanceOf(IOException.class)
                .hasMessage("Operation DROP USER failed for 'nobody'@'%' (error 1396)");
    }

    private static String address(DatabaseServer server) {
        return "localhost:" + MySqlServers.port(server) + "/defaultdb";
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(servers.directory().resolve(file)));
    }
}

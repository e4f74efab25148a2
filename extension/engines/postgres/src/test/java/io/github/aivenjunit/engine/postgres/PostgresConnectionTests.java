package io.github.aivenjunit.engine.postgres;

import static io.github.aivenjunit.engine.postgres.PostgresServers.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresConnectionTests {

    @RegisterExtension
    final PostgresServers servers = new PostgresServers();

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void aVerifiedConnectionReachesTheServerUnderBothItsNames(String host) throws Exception {
        DatabaseServer server = servers.start();

        try (Connection connection =
                servers.connect(host + ":" + PostgresServers.port(server) + "/defaultdb", ADMIN, Map.of())) {
            assertThat(PostgresServers.query(connection, "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"))
                    .containsExactly("t");
            assertThat(PostgresServers.query(connection, "SELECT current_user || '@' || current_database()"))
                    .containsExactly("avnadmin@defaultdb");
        }
    }

    @Test
    void aClientThatTrustsAnotherAuthorityRefusesTheServer(@TempDir Path directory) throws Exception {
        DatabaseServer server = servers.start();
        Path other = Files.writeString(
                directory.resolve("other.pem"),
                new TestCertificates().forLocalhost().caPem());

        assertThatThrownBy(() -> servers.connect(
                        "localhost:" + PostgresServers.port(server) + "/defaultdb",
                        ADMIN,
                        Map.of("sslrootcert", other.toString())))
                .hasMessageContaining("PKIX path");
    }

    @Test
    void aConnectionWithoutTlsIsRefused() throws Exception {
        DatabaseServer server = servers.start();

        assertThatThrownBy(() -> servers.connect(
                        "localhost:" + PostgresServers.port(server) + "/defaultdb",
                        ADMIN,
                        Map.of("sslmode", "disable")))
                .hasMessage("FATAL: no pg_hba.conf entry for host \"127.0.0.1\", user \"avnadmin\", database"
                        + " \"defaultdb\", no encryption");
    }

    @Test
    void aWrongPasswordIsRefusedAndNeitherPasswordIsToldToAnybody() throws Exception {
        DatabaseServer server = servers.start();
        Credentials wrong = new Credentials("avnadmin", "AVNS_wrong");

        assertThatThrownBy(() -> servers.connect(server, wrong, "defaultdb"))
                .hasMessage("FATAL: password authentication failed for user \"avnadmin\"");

        String log = Files.readString(servers.directory().resolve("server.log"));
        assertThat(log).contains("password authentication failed").doesNotContain("AVNS_");
        assertThat(servers.processes()).isNotEmpty().noneMatch(line -> line.contains("AVNS_"));
        assertThat(server.toString()).isEqualTo("PostgresInstance[project/orders]");
    }

    @Test
    void theServerWithItsKeyIsClosedToOtherUsersOfTheMachine() throws Exception {
        servers.start();

        assertThat(permissions("")).isEqualTo("rwx------");
        assertThat(permissions("data/server.key")).isEqualTo("rw-------");
    }

    @Test
    void theSuperuserCannotLogInFromOutside() throws Exception {
        DatabaseServer server = servers.start();

        assertThatThrownBy(() -> servers.connect(server, new Credentials("postgres", "postgres"), "defaultdb"))
                .hasMessageStartingWith(
                        "FATAL: pg_hba.conf rejects connection for host \"127.0.0.1\", user \"postgres\"");
    }

    @Test
    void aSecondUserLogsInWithItsOwnPassword() throws Exception {
        DatabaseServer server = servers.start();
        Credentials reader = new Credentials("reader; \"x\"", "a'b\\c");

        server.createUser(reader);

        try (Connection connection = servers.connect(server, reader, "defaultdb")) {
            assertThat(PostgresServers.query(connection, "SELECT current_user")).containsExactly(reader.username());
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
        assertThatThrownBy(() -> servers.connect(server))
                .hasMessage("FATAL: password authentication failed for user \"avnadmin\"");
    }

    @Test
    void aDroppedUserIsThrownOutAndItsTablesPassToTheFirstUser() throws Exception {
        DatabaseServer server = servers.start();
        Credentials writer = new Credentials("writer", "AVNS_writer");
        server.createUser(writer);
        servers.query(server, "CREATE SCHEMA work; GRANT ALL ON SCHEMA work TO writer");

        try (Connection session = servers.connect(server, writer, "defaultdb")) {
            PostgresServers.query(session, "CREATE TABLE work.kept AS SELECT 42 AS answer");
            server.dropUser("writer");

            assertThatThrownBy(() -> PostgresServers.query(session, "SELECT 1"))
                    .hasMessageContaining("terminating connection due to administrator command");
        }
        assertThat(servers.query(server, "SELECT answer FROM work.kept")).containsExactly("42");
        assertThatThrownBy(() -> servers.connect(server, writer, "defaultdb"))
                .hasMessage("FATAL: password authentication failed for user \"writer\"");
    }

    @Test
    void aPasswordWithNulIsRefusedBeforeTheServerSeesIt() throws Exception {
        DatabaseServer server = servers.start();

        assertThatThrownBy(() -> server.createUser(new Credentials("reader", "AVNS_\0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A name or password holds the character NUL. Remove it.");
    }

    @Test
    void errorsOfTheServerArePassedOn() throws Exception {
        DatabaseServer server = servers.start();

        assertThatThrownBy(() -> server.createUser(new Credentials("avnadmin", "AVNS_other")))
                .isInstanceOf(IOException.class)
                .hasMessage("role \"avnadmin\" already exists");
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(servers.directory().resolve(file)));
    }
}

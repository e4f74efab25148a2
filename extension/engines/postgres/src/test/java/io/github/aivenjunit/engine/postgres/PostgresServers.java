package io.github.aivenjunit.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.CopyKind;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The servers of one test. Afterwards there must be no process and no directory of theirs. */
final class PostgresServers implements BeforeEachCallback, AfterEachCallback {

    static final Credentials ADMIN = new Credentials("avnadmin", "AVNS_0-it's \"quoted\"");

    private final ConcurrentLinkedQueue<DatabaseServer> created = new ConcurrentLinkedQueue<>();
    private final TlsIdentity tls = new TestCertificates().forLocalhost();
    private Path data = Path.of("unset");
    private Path certificate = Path.of("unset");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        data = TestPlaces.newDataDirectory();
        certificate = Files.createTempFile("pg-tests-", ".pem");
        Files.writeString(certificate, tls.caPem());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        created.forEach(DatabaseServer::close);
        assertThat(data).as("data directory after all servers were closed").isEmptyDirectory();
        assertThat(processes()).as("processes after all servers were closed").isEmpty();
        Files.delete(certificate);
        Files.delete(data);
    }

    PostgresEngine engine() {
        return new PostgresEngine(
                new NativeHost(data, TestPlaces.sharedCache()), PostgresEngine.class.getClassLoader());
    }

    /** A server that does not run yet. */
    DatabaseServer create() {
        return create(engine());
    }

    DatabaseServer create(PostgresEngine engine) {
        DatabaseServer server = (DatabaseServer)
                engine.create(new EngineRequest("project", "orders", "hobbyist", Map.of(), ADMIN, tls));
        created.add(server);
        return server;
    }

    /** A server that does not run yet and will start with the data of another one. */
    DatabaseServer copy(DatabaseServer source, Credentials admin, CopyKind kind) {
        DatabaseServer server = (DatabaseServer) engine().createCopy(
                        new EngineRequest("project", "copy", "startup-4", Map.of(), admin, tls), source, kind);
        created.add(server);
        return server;
    }

    TlsIdentity tls() {
        return tls;
    }

    DatabaseServer start() throws IOException, InterruptedException {
        DatabaseServer server = create();
        server.powerOn();
        return server;
    }

    static int port(DatabaseServer server) {
        return server.endpoints().get(0).port();
    }

    /** Where the servers' directories lie. */
    Path data() {
        return data;
    }

    /** The only server's directory. */
    Path directory() throws IOException {
        try (var directories = Files.newDirectoryStream(data)) {
            return directories.iterator().next();
        }
    }

    /** The command lines of all processes of this test's servers. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(data.toString()))
                .toList();
    }

    Connection connect(DatabaseServer server) throws SQLException {
        return connect(server, ADMIN, "defaultdb");
    }

    Connection connect(DatabaseServer server, Credentials user, String database) throws SQLException {
        return connect("localhost:" + port(server) + "/" + database, user, Map.of());
    }

    /** Verifies the server's certificate and name, unless told otherwise. */
    Connection connect(String address, Credentials user, Map<String, String> more) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user.username());
        properties.setProperty("password", user.password());
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", certificate.toString());
        properties.putAll(more);
        return DriverManager.getConnection("jdbc:postgresql://" + address, properties);
    }

    /** Runs a statement as the first user and returns the first column. */
    List<String> query(DatabaseServer server, String sql) throws SQLException {
        try (Connection connection = connect(server)) {
            return query(connection, sql);
        }
    }

    static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            if (statement.execute(sql)) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        }
    }
}

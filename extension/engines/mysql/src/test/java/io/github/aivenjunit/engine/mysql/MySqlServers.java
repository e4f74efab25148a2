package io.github.aivenjunit.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
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
final class MySqlServers implements BeforeEachCallback, AfterEachCallback {

    static final Credentials ADMIN = new Credentials("avnadmin", "AVNS_0-it's \"quoted\" \\");

    private static final String STORE_PASSWORD = "changeit";

    private final ConcurrentLinkedQueue<DatabaseServer> created = new ConcurrentLinkedQueue<>();
    private final TlsIdentity tls = new TestCertificates().forLocalhost();
    private Path data = Path.of("unset");
    private Path trustStore = Path.of("unset");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException, GeneralSecurityException {
        data = TestPlaces.newDataDirectory();
        trustStore = Files.createTempFile("mysql-tests-", ".p12");
        writeTrustStore(trustStore, tls.caPem());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        created.forEach(DatabaseServer::close);
        assertThat(data).as("data directory after all servers were closed").isEmptyDirectory();
        assertThat(processes()).as("processes after all servers were closed").isEmpty();
        Files.delete(trustStore);
        Files.delete(data);
    }

    MySqlEngine engine() {
        return engine(TestPlaces.searchPath());
    }

    MySqlEngine engine(String searchPath) {
        return engine(searchPath, TestPlaces.sharedCache());
    }

    MySqlEngine engine(String searchPath, Path cache) {
        return new MySqlEngine(new NativeHost(data, cache), MySqlEngine.class.getClassLoader(), searchPath);
    }

    /** A server that does not run yet. */
    DatabaseServer create() {
        return create(engine(), Map.of());
    }

    DatabaseServer create(MySqlEngine engine, Map<String, Object> userConfig) {
        DatabaseServer server =
                engine.create(new EngineRequest("project", "orders", "hobbyist", userConfig, ADMIN, tls));
        created.add(server);
        return server;
    }

    DatabaseServer start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    DatabaseServer start(Map<String, Object> userConfig) throws IOException, InterruptedException {
        DatabaseServer server = create(engine(), userConfig);
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

    /** The process of the only server. */
    ProcessHandle process() throws IOException {
        return ProcessHandle.of(Long.parseLong(
                        Files.readString(directory().resolve("server.pid")).trim()))
                .orElseThrow();
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
        properties.setProperty("sslMode", "VERIFY_IDENTITY");
        properties.setProperty("trustCertificateKeyStoreUrl", trustStore.toUri().toString());
        properties.setProperty("trustCertificateKeyStoreType", "PKCS12");
        properties.setProperty("trustCertificateKeyStorePassword", STORE_PASSWORD);
        properties.setProperty("fallbackToSystemTrustStore", "false");
        properties.putAll(more);
        return DriverManager.getConnection("jdbc:mysql://" + address, properties);
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

    static void writeTrustStore(Path file, String caPem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(caPem.getBytes(StandardCharsets.US_ASCII))));
        try (OutputStream stream = Files.newOutputStream(file)) {
            store.store(stream, STORE_PASSWORD.toCharArray());
        }
    }
}

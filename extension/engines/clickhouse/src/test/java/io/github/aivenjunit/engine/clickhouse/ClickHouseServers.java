package io.github.aivenjunit.engine.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The servers of one test. Afterwards there must be no process and no directory of theirs. */
final class ClickHouseServers implements BeforeEachCallback, AfterEachCallback {

    static final Credentials ADMIN = new Credentials("avnadmin", "AVNS_first");

    private final ConcurrentLinkedQueue<DatabaseServer> created = new ConcurrentLinkedQueue<>();
    private final TlsIdentity tls = new TestCertificates().forLocalhost();
    private Path data = Path.of("unset");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        data = TestPlaces.newDataDirectory();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        created.forEach(DatabaseServer::close);
        assertThat(data).as("data directory after all servers were closed").isEmptyDirectory();
        assertThat(processes()).as("processes after all servers were closed").isEmpty();
        Files.delete(data);
    }

    ClickHouseEngine engine(String searchPath) {
        return new ClickHouseEngine(new NativeHost(data, data.resolveSibling("no-cache")), searchPath);
    }

    /** A server that does not run yet. */
    DatabaseServer create(String searchPath) {
        DatabaseServer server = engine(searchPath).create(request());
        created.add(server);
        return server;
    }

    EngineRequest request() {
        return new EngineRequest("project", "events", "startup-16", Map.of(), ADMIN, tls);
    }

    TlsIdentity tls() {
        return tls;
    }

    /** The only server's directory. */
    Path directory() throws IOException {
        try (var directories = Files.newDirectoryStream(data)) {
            return directories.iterator().next();
        }
    }

    Path data() {
        return data;
    }

    /** The command lines of all processes of this test's servers. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(data.toString()))
                .toList();
    }
}

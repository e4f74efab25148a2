package io.github.aivenjunit.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import io.github.aivenjunit.emulator.engine.UserServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The nodes of one test. Afterwards there must be no process and no directory of theirs. */
final class OpenSearchServers implements BeforeEachCallback, AfterEachCallback {

    static final Credentials ADMIN = new Credentials("avnadmin", "AVNS_0-it's: [odd], \\= ünd, long");

    private final ConcurrentLinkedQueue<UserServer> created = new ConcurrentLinkedQueue<>();
    private final TlsIdentity tls = new TestCertificates().forLocalhost();
    private Path data = Path.of("unset");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        data = TestPlaces.newDataDirectory();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        created.forEach(UserServer::close);
        assertThat(data).as("data directory after all nodes were closed").isEmptyDirectory();
        assertThat(processes()).as("processes after all nodes were closed").isEmpty();
        Files.delete(data);
    }

    /** An engine that prepares nothing for later starts. */
    OpenSearchEngine engine() {
        return new OpenSearchEngine(new NativeHost(data, TestPlaces.sharedCache()), task -> {});
    }

    /** A node that does not run yet. */
    UserServer create() {
        return create(engine(), Map.of());
    }

    UserServer create(OpenSearchEngine engine, Map<String, Object> userConfig) {
        UserServer server = engine.create(new EngineRequest("project", "search", "hobbyist", userConfig, ADMIN, tls));
        created.add(server);
        return server;
    }

    UserServer start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    UserServer start(Map<String, Object> userConfig) throws IOException, InterruptedException {
        UserServer server = create(engine(), userConfig);
        server.powerOn();
        return server;
    }

    TestClient admin(UserServer server) {
        return client(server, ADMIN);
    }

    /** A client that trusts the project's CA alone. */
    TestClient client(UserServer server, Credentials user) {
        return new TestClient(port(server), tls.caPem(), user);
    }

    static int port(UserServer server) {
        return server.endpoints().get(0).port();
    }

    /** Where the nodes' directories lie. */
    Path data() {
        return data;
    }

    /** The command lines of all processes of this test's nodes. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(data.toString()))
                .toList();
    }

    /** The only node's process. */
    ProcessHandle node() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("-Djava.io.tmpdir=" + data))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }
}

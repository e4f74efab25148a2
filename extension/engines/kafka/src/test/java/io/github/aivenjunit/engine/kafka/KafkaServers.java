package io.github.aivenjunit.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The brokers of one test. Afterwards there must be no process and no directory of theirs. */
final class KafkaServers implements BeforeEachCallback, AfterEachCallback {

    static final Credentials ADMIN = new Credentials("avnadmin", "AVNS_0-it's [odd], \\= and, long");

    private static final Map<String, Object> SASL = Map.of("kafka_authentication_methods", Map.of("sasl", true));

    private final ConcurrentLinkedQueue<KafkaServer> created = new ConcurrentLinkedQueue<>();
    private final TestCertificates certificates = new TestCertificates();
    private final TlsIdentity tls = certificates.forLocalhost();
    private Path data = Path.of("unset");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        data = TestPlaces.newDataDirectory();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        created.forEach(KafkaServer::close);
        assertThat(data).as("data directory after all brokers were closed").isEmptyDirectory();
        assertThat(processes()).as("processes after all brokers were closed").isEmpty();
        Files.delete(data);
    }

    /** An engine that prepares nothing for later starts. */
    KafkaEngine engine() {
        return new KafkaEngine(new NativeHost(data, TestPlaces.sharedCache()), task -> {});
    }

    /** A broker with both kinds of login, which does not run yet. */
    KafkaServer create() {
        return create(engine(), SASL);
    }

    KafkaServer create(KafkaEngine engine, Map<String, Object> userConfig) {
        KafkaServer server =
                engine.create(new EngineRequest("project", "events", "business-4", userConfig, ADMIN, tls));
        created.add(server);
        return server;
    }

    KafkaServer start() throws IOException, InterruptedException {
        KafkaServer server = create();
        server.powerOn();
        return server;
    }

    /** A client that shows a certificate. */
    TestClient certified(KafkaServer server, String username) {
        return TestClient.certified(port(server, "kafka"), certificates.forUser(username));
    }

    /** A client that shows a certificate of another authority. */
    TestClient stranger(KafkaServer server, String username) {
        TlsIdentity foreign = new TestCertificates().forUser(username);
        return TestClient.certified(
                port(server, "kafka"), new TlsIdentity(foreign.certificatePem(), foreign.privateKeyPem(), tls.caPem()));
    }

    /** A client that logs in with a password. */
    TestClient login(KafkaServer server, String mechanism, Credentials user) {
        return TestClient.login(port(server, "kafka_sasl"), tls.caPem(), mechanism, user);
    }

    /** A client of the service's schema registry. */
    RegistryClient registry(KafkaServer server, Credentials user) throws GeneralSecurityException, IOException {
        return RegistryClient.of(port(server, "schema_registry"), tls.caPem(), user);
    }

    static int port(KafkaServer server, String component) {
        return server.endpoints().stream()
                .filter(endpoint -> endpoint.component().equals(component))
                .findFirst()
                .orElseThrow()
                .port();
    }

    /** Where the brokers' directories lie. */
    Path data() {
        return data;
    }

    /** The command lines of all processes of this test's brokers. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(data.toString()))
                .toList();
    }

    /** The only broker's process. */
    ProcessHandle broker() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("-Djava.io.tmpdir=" + data))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }
}

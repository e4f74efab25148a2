package io.github.aivenjunit.engine.valkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import io.github.aivenjunit.emulator.engine.ValkeyServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.Jedis;

/** The servers of one test. Afterwards there must be no process and no directory of theirs. */
final class ValkeyServers implements BeforeEachCallback, AfterEachCallback {

    static final Credentials ADMIN = new Credentials("default", "AVNS_0-first_of-all");

    private final ConcurrentLinkedQueue<ValkeyServer> created = new ConcurrentLinkedQueue<>();
    private final TlsIdentity tls = new TestCertificates().forLocalhost();
    private Path data = Path.of("unset");

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        data = TestPlaces.newDataDirectory();
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        created.forEach(ValkeyServer::close);
        assertThat(data).as("data directory after all servers were closed").isEmptyDirectory();
        assertThat(processes()).as("processes after all servers were closed").isEmpty();
        Files.delete(data);
    }

    ValkeyEngine engine() {
        return engine(TestPlaces.searchPath());
    }

    ValkeyEngine engine(String searchPath) {
        return new ValkeyEngine(
                new NativeHost(data, TestPlaces.sharedCache()), ValkeyEngine.class.getClassLoader(), searchPath);
    }

    /** A server that does not run yet. */
    ValkeyServer create() {
        return create(engine(), Map.of());
    }

    ValkeyServer create(ValkeyEngine engine, Map<String, Object> userConfig) {
        return create(engine, userConfig, ADMIN);
    }

    ValkeyServer create(ValkeyEngine engine, Map<String, Object> userConfig, Credentials admin) {
        ValkeyServer server =
                engine.create(new EngineRequest("project", "sessions", "hobbyist", userConfig, admin, tls));
        created.add(server);
        return server;
    }

    ValkeyServer start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    ValkeyServer start(Map<String, Object> userConfig) throws IOException, InterruptedException {
        ValkeyServer server = create(engine(), userConfig);
        server.powerOn();
        return server;
    }

    static int port(ValkeyServer server) {
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

    Jedis connect(ValkeyServer server) {
        return connect(server, ADMIN);
    }

    Jedis connect(ValkeyServer server, Credentials user) {
        return connect("localhost", server, user, Optional.of(tls.caPem()));
    }

    /** Trusts that certificate authority, else those of the JVM; always compares the host's name. */
    static Jedis connect(String host, ValkeyServer server, Credentials user, Optional<String> caPem) {
        SSLParameters checks = new SSLParameters();
        checks.setEndpointIdentificationAlgorithm("HTTPS");
        SSLSocketFactory factory = caPem.map(pem -> trusting(pem).getSocketFactory())
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        return new Jedis(uri(host, server, user), factory, checks, null);
    }

    private static URI uri(String host, ValkeyServer server, Credentials user) {
        try {
            return new URI("rediss", user.username() + ":" + user.password(), host, port(server), null, null, null);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    String caPem() {
        return tls.caPem();
    }

    /** The project's CA as a PKCS#12 store without a password. */
    byte[] trustStore() throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        storeOf(tls.caPem()).store(bytes, new char[0]);
        return bytes.toByteArray();
    }

    static SSLContext trusting(String caPem) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(storeOf(caPem));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static KeyStore storeOf(String caPem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(caPem.getBytes(StandardCharsets.US_ASCII))));
        return store;
    }
}

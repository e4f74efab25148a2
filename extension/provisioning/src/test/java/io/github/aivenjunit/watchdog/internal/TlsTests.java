package io.github.aivenjunit.watchdog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.aivenjunit.config.HostJvm;
import io.github.aivenjunit.config.WatchdogMode;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.SessionJournal;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.LeaseLogs;
import io.github.aivenjunit.lease.internal.Ownership;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTests {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path directory;

    @Test
    void theApiIsReachedWithTheTrustStoreOfTheSession() throws Exception {
        TestAuthority authority = new TestAuthority("Test CA");
        Path trustStore = directory.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(trustStore)) {
            authority.ca().trustStore().store(out, PASSWORD);
        }
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpsServer server = start(authority, heard);
        try {
            URI endpoint = URI.create("https://localhost:" + server.getAddress().getPort());
            leave(
                    endpoint,
                    Map.of(
                            "javax.net.ssl.trustStore",
                            trustStore.toString(),
                            "javax.net.ssl.trustStorePassword",
                            new String(PASSWORD)));

            assertThat(heard).containsExactly("GET /v1/project/aj-shop");
            assertThat(directory.resolve("journal")).isEmptyDirectory();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aStrangersCertificateIsRefusedAndThePromiseStays() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        HttpsServer server = start(new TestAuthority("Stranger"), heard);
        try {
            leave(URI.create("https://localhost:" + server.getAddress().getPort()), Map.of());

            assertThat(heard).isEmpty();
            assertThat(directory.resolve("journal").resolve("one.journal")).exists();
        } finally {
            server.stop(0);
        }
    }

    /** Leaves a promise to a watchdog and waits until that has ended. */
    private void leave(URI endpoint, Map<String, String> network) throws Exception {
        Ownership ownership = new Ownership("run", "owner", Instant.EPOCH);
        SessionJournal journal =
                new Journal(directory.resolve("journal"), Clock.systemUTC()).open("one", endpoint, "run", "owner");
        Charge charge = new Charge(
                "token",
                endpoint,
                Optional.empty(),
                journal.file(),
                "run",
                "owner",
                Duration.ZERO,
                Duration.ofSeconds(2),
                network);
        Watchdog watchdog = Watchdog.start(
                WatchdogMode.REQUIRED,
                charge,
                HostJvm.current(),
                new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20)));
        new LeaseBook(new LeaseLogs(List.of(journal, watchdog))).acquireProject("aj-shop", ownership);
        long child = Children.watchdogOf(ProcessHandle.current());
        journal.close();
        watchdog.close();
        assertThat(Children.eventually(() -> Children.ended(child))).isTrue();
    }

    private static HttpsServer start(TestAuthority authority, List<String> heard) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.server("localhost")));
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] body = "{\"message\":\"Project does not exist\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}

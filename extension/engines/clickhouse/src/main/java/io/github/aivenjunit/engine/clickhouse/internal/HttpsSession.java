package io.github.aivenjunit.engine.clickhouse.internal;

import io.github.aivenjunit.emulator.engine.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Statements of this artifact's own user, each a request of its own to the server's HTTPS port. Thread-safe. */
final class HttpsSession {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client;
    private final URI address;
    private final Credentials user;

    HttpsSession(int port, Credentials user, String caPem) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(trusting(caPem))
                .build();
        this.address = URI.create("https://localhost:" + port + "/");
        this.user = user;
    }

    /**
     * Runs one statement.
     *
     * @return the lines of its answer
     * @throws ClickHouseException if the server refuses it
     * @throws IOException if nobody answers
     */
    List<String> query(String statement) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("X-ClickHouse-User", user.username())
                .header("X-ClickHouse-Key", user.password())
                .POST(HttpRequest.BodyPublishers.ofString(statement))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new ClickHouseException(response.body().strip());
        }
        return response.body().lines().toList();
    }

    private static SSLContext trusting(String caPem) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "ca",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(caPem.getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException("The project's CA cannot be used for TLS. Report it.", unusable);
        }
    }
}

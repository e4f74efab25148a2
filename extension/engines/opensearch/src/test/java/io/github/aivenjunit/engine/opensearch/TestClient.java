package io.github.aivenjunit.engine.opensearch;

import io.github.aivenjunit.emulator.engine.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** HTTPS with a user and a password. */
record TestClient(int port, String caPem, Credentials user) {

    /** An answer with status 200 or 201, as text. */
    String ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path, BodyPublishers.ofString(body));
        if (response.statusCode() > 201) {
            throw new IOException(method + " " + path + " -> " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    String ask(String method, String path) throws IOException, InterruptedException {
        return ask(method, path, "");
    }

    int status() throws IOException, InterruptedException {
        return send("GET", "/", BodyPublishers.noBody()).statusCode();
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        return http().send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        String pair = user.username() + ":" + user.password();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    HttpClient http() throws IOException {
        return HttpClient.newBuilder()
                .sslContext(trusting(caPem))
                .connectTimeout(Duration.ofSeconds(30))
                .build();
    }

    private static SSLContext trusting(String pem) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "ca",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IOException(broken);
        }
    }

    @Override
    public String toString() {
        return "TestClient[" + port + ", " + user + "]";
    }
}

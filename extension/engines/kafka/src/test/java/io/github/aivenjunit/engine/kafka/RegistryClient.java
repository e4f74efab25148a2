package io.github.aivenjunit.engine.kafka;

import io.github.aivenjunit.emulator.engine.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An ordinary client of the schema registry, with single quotes for double ones. */
record RegistryClient(HttpClient http, String address, String authorization) {

    static RegistryClient of(int port, String caPem, Credentials user) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(caPem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        String login = user.username() + ":" + user.password();
        return new RegistryClient(
                HttpClient.newBuilder()
                        .sslContext(tls)
                        .version(HttpClient.Version.HTTP_1_1)
                        .build(),
                "https://localhost:" + port,
                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    RegistryClient anonymous() {
        return new RegistryClient(http, address, "");
    }

    String get(String path) throws IOException, InterruptedException {
        return call("GET", path, "");
    }

    String register(String subject, String type, String schema) throws IOException, InterruptedException {
        return call(
                "POST",
                "/subjects/" + subject + "/versions",
                "{'schemaType':'" + type + "','schema':'" + schema.replace("'", "\\\"") + "'}");
    }

    /** Status and body. */
    String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = send(method, path, body);
        return response.statusCode() + " "
                + response.body().replace("\\\"", "`").replace('"', '\'');
    }

    HttpResponse<String> send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}

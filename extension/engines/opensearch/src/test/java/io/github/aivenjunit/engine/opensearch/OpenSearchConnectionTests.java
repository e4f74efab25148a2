package io.github.aivenjunit.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.UserServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenSearchConnectionTests {

    private static final Credentials BOB = new Credentials("bob", "AVNS_bob");

    @RegisterExtension
    final OpenSearchServers servers = new OpenSearchServers();

    @Test
    void indexesAndSearchesOverHttpsWithTheProjectsCa() throws Exception {
        TestClient client = servers.admin(servers.start());

        assertThat(client.ask("GET", "/")).contains("\"number\" : \"2.19.6\"", "\"cluster_name\" : \"search\"");
        client.ask("PUT", "/books/_doc/1?refresh=true", "{\"title\":\"Emulating a cloud\",\"pages\":7}");
        assertThat(client.ask("POST", "/books/_search", "{\"query\":{\"match\":{\"title\":\"cloud\"}}}"))
                .contains("\"total\":{\"value\":1,", "Emulating a cloud");
        assertThat(client.ask("GET", "/_cluster/health")).contains("\"status\":\"green\"");
        client.ask(
                "POST", "/books/_update_by_query?refresh=true", "{\"script\":{\"source\":\"ctx._source.pages += 1\"}}");
        assertThat(client.ask("GET", "/books/_source/1")).contains("\"pages\":8");
        assertThat(client.ask("POST", "/_analyze", "{\"analyzer\":\"english\",\"text\":\"running\"}"))
                .contains("\"token\":\"run\"");
        assertThat(client.ask("DELETE", "/books")).isEqualTo("{\"acknowledged\":true}");
    }

    @Test
    void strangersAreRefusedWhateverTheyAskFor() throws Exception {
        UserServer server = servers.start();
        TestClient wrong = servers.client(server, new Credentials("avnadmin", "AVNS_wrong"));

        HttpResponse<String> refused = wrong.send("GET", "/", BodyPublishers.noBody());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"OpenSearch Security\"");
        assertThat(refused.headers().firstValue("Content-Type")).contains("text/plain; charset=UTF-8");
        assertThat(refused.body()).isEqualTo("Unauthorized");
        assertThat(wrong.send("HEAD", "/", BodyPublishers.noBody()).statusCode())
                .isEqualTo(401);
        assertThat(wrong.send("PUT", "/made/_doc/1", BodyPublishers.ofString("{}"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(wrong.send("GET", "/no/such/path", BodyPublishers.noBody()).statusCode())
                .isEqualTo(401);
        HttpRequest anonymous = HttpRequest.newBuilder(
                        wrong.request("GET", "/", BodyPublishers.noBody()).uri())
                .build();
        assertThat(wrong.http().send(anonymous, BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        HttpRequest malformed = HttpRequest.newBuilder(anonymous.uri())
                .header("Content-Type", "/")
                .build();
        assertThat(wrong.http().send(malformed, BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        for (String header : List.of("Basic", "Basic !", "Basic YXZuYWRtaW4=", "Bearer YXZuYWRtaW46eA==")) {
            HttpRequest odd = HttpRequest.newBuilder(anonymous.uri())
                    .header("Authorization", header)
                    .build();
            assertThat(wrong.http().send(odd, BodyHandlers.ofString()).statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
        assertThat(servers.admin(server)
                        .send("GET", "/", BodyPublishers.noBody(), "Content-Type", "/")
                        .statusCode())
                .as("the same for a user")
                .isEqualTo(400);
        assertThat(servers.admin(server)
                        .send("HEAD", "/made", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCertificateOfAnotherAuthorityIsNotShown() throws Exception {
        UserServer server = servers.start();
        String foreignCa = new TestCertificates().forLocalhost().caPem();
        TestClient misled = new TestClient(OpenSearchServers.port(server), foreignCa, OpenSearchServers.ADMIN);

        assertThatThrownBy(misled::status).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void usersComeAndGoAndChangeTheirPassword() throws Exception {
        UserServer server = servers.start();
        TestClient bob = servers.client(server, BOB);
        assertThat(bob.status()).isEqualTo(401);

        server.createUser(BOB);
        assertThat(bob.status()).isEqualTo(200);

        Credentials changed = new Credentials("bob", "AVNS_new");
        server.changePassword(changed);
        assertThat(bob.status()).isEqualTo(401);
        assertThat(servers.client(server, changed).status()).isEqualTo(200);

        server.dropUser("bob");
        assertThat(servers.client(server, changed).status()).isEqualTo(401);
        assertThat(servers.admin(server).status()).isEqualTo(200);
    }

    @Test
    void compressedAndChunkedBodiesAndManyRequestsAtOnceAreServed() throws Exception {
        TestClient client = servers.admin(servers.start());
        byte[] body = "{\"text\":\"compressed\"}".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(body);
        }

        assertThat(client.send(
                                "PUT",
                                "/bodies/_doc/gzip",
                                BodyPublishers.ofByteArray(zipped.toByteArray()),
                                "Content-Encoding",
                                "gzip")
                        .statusCode())
                .isEqualTo(201);
        // A stream has no length, so the client sends it in chunks.
        assertThat(client.send(
                                "PUT",
                                "/bodies/_doc/chunked",
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                        .statusCode())
                .isEqualTo(201);
        HttpResponse<byte[]> compressed = client.http()
                .send(
                        client.request(
                                "GET", "/bodies/_source/gzip", BodyPublishers.noBody(), "Accept-Encoding", "gzip"),
                        BodyHandlers.ofByteArray());
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(gzip.readAllBytes()).isEqualTo(body);
        }
        HttpClient http = client.http();
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 50)
                .mapToObj(number -> http.sendAsync(
                                client.request("PUT", "/bodies/_doc/" + number, BodyPublishers.ofString("{}")),
                                BodyHandlers.ofString())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        for (CompletableFuture<Integer> answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS)).isEqualTo(201);
        }
        client.ask("POST", "/bodies/_refresh");
        assertThat(client.ask("GET", "/bodies/_count")).contains("\"count\":52,");
    }

    @Test
    void settingsOfTheServiceReachTheNode() throws Exception {
        UserServer server = servers.start(Map.of(
                "opensearch_version",
                "2",
                "opensearch",
                Map.of(
                        "action_auto_create_index_enabled",
                        false,
                        "http_max_content_length",
                        1_000_000,
                        "reindex_remote_whitelist",
                        List.of("one.example:443", "two.example:443"))));
        TestClient client = servers.admin(server);

        assertThat(client.ask("GET", "/_nodes/_local/settings?flat_settings=true"))
                .contains(
                        "\"http.max_content_length\":\"1000000b\"",
                        "\"reindex.remote.allowlist\":\"one.example:443,two.example:443\"");
        assertThatThrownBy(() -> client.ask("PUT", "/made/_doc/1", "{}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("404", "index_not_found_exception");
    }
}

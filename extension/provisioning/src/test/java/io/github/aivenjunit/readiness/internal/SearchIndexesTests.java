package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.connection.HttpsConnection;
import io.github.aivenjunit.fixture.LoopbackServer;
import io.github.aivenjunit.fixture.TestAuthority;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** What a class had in a search server goes index by index. */
class SearchIndexesTests {

    private final TestAuthority authority = new TestAuthority("Project CA");

    @Test
    void everyIndexOfThePrefixIsDeletedByItsName() throws Exception {
        try (LoopbackServer server = answering("my-1-a \nmy-1-b\n", 200)) {
            assertThat(SearchIndexes.delete(at(server), "my-1-")).isEqualTo(2);

            assertThat(server.heardNext()).contains("GET /_cat/indices/my-1-*?h=index HTTP/1.1");
            assertThat(server.heardNext()).contains("DELETE /my-1-a HTTP/1.1");
            assertThat(server.heardNext()).contains("DELETE /my-1-b HTTP/1.1");
        }
    }

    @Test
    void anIndexThatIsGoneIsDeleted() throws Exception {
        try (LoopbackServer server = answering("my-1-a\n", 404)) {
            assertThat(SearchIndexes.delete(at(server), "my-1-")).isEqualTo(1);
        }
    }

    @Test
    void aRefusalIsSaid() throws Exception {
        try (LoopbackServer server = answering("my-1-a\n", 403)) {
            assertThatIOException()
                    .isThrownBy(() -> SearchIndexes.delete(at(server), "my-1-"))
                    .withMessage("The server did not delete index my-1-a: status 403.");
        }
    }

    private HttpsConnection at(LoopbackServer server) {
        return new HttpsConnection(
                URI.create("https://" + LoopbackServer.HOST + ":" + server.port()),
                "avnadmin",
                Secret.of("secret"),
                authority.ca());
    }

    private LoopbackServer answering(String indexes, int deleted) throws IOException {
        return LoopbackServer.start(socket -> {
            try (SSLSocket tls = (SSLSocket) authority
                    .server(LoopbackServer.HOST)
                    .getSocketFactory()
                    .createSocket(socket, LoopbackServer.HOST, socket.getPort(), true)) {
                tls.setUseClientMode(false);
                BufferedReader request =
                        new BufferedReader(new InputStreamReader(tls.getInputStream(), StandardCharsets.UTF_8));
                String heard = String.valueOf(request.readLine());
                for (String line = request.readLine(); line != null && !line.isEmpty(); ) {
                    line = request.readLine();
                }
                boolean listing = heard.startsWith("GET ");
                String body = listing ? indexes : "";
                tls.getOutputStream()
                        .write(("HTTP/1.1 " + (listing ? 200 : deleted) + " x\r\nConnection: close\r\nContent-Length: "
                                        + body.length() + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.UTF_8));
                tls.shutdownOutput();
                tls.getInputStream().transferTo(OutputStream.nullOutputStream());
                return heard;
            }
        });
    }
}

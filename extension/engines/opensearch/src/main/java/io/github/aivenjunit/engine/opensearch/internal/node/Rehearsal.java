package io.github.aivenjunit.engine.opensearch.internal.node;

import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** Does with a node what tests do, so that the archive of loaded classes holds what they will need. */
final class Rehearsal {

    private final String address;
    private final String authorization;
    private final SSLSocketFactory sockets;

    /** Talks to the node that listens on this port, as one of these users. */
    Rehearsal(Path directory, String port, Map<String, String> users) throws IOException {
        Map.Entry<String, String> user = users.entrySet().iterator().next();
        String pair = user.getKey() + ":" + user.getValue();
        this.address = "https://localhost:" + port;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        JdkSslContext tls = (JdkSslContext) SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .trustManager(directory.resolve("certificate.pem").toFile())
                .build();
        this.sockets = tls.context().getSocketFactory();
    }

    void run() throws IOException {
        ask("GET", "/", "");
        ask(
                "PUT",
                "/rehearsal",
                "{'mappings':{'properties':{'text':{'type':'text','analyzer':'english'},'tag':{'type':'keyword'}}}}");
        ask(
                "POST",
                "/_bulk?refresh=true",
                "{'index':{'_index':'rehearsal','_id':'1'}}\n{'text':'some words','tag':'a','number':1,'date':'2020-01-01'}\n");
        ask("PUT", "/rehearsal/_doc/2?refresh=true", "{'text':'other words','number':2}");
        ask(
                "POST",
                "/rehearsal/_search",
                "{'query':{'bool':{'must':{'match':{'text':'word'}},'filter':{'range':{'number':{'gte':1}}}}},"
                        + "'sort':['number'],'aggs':{'tags':{'terms':{'field':'tag'}}}}");
        ask("POST", "/rehearsal/_update/1?refresh=true", "{'doc':{'number':3}}");
        ask("POST", "/rehearsal/_update_by_query?refresh=true", "{'script':{'source':'ctx._source.number += 1'}}");
        ask("GET", "/rehearsal/_doc/1", "");
        ask("GET", "/rehearsal/_count", "");
        ask("GET", "/_cluster/health", "");
        ask("GET", "/_cat/indices?format=json", "");
        ask("DELETE", "/rehearsal/_doc/2", "");
        ask("DELETE", "/rehearsal", "");
    }

    private void ask(String method, String path, String body) throws IOException {
        HttpsURLConnection connection =
                (HttpsURLConnection) URI.create(address + path).toURL().openConnection();
        connection.setSSLSocketFactory(sockets);
        connection.setRequestMethod(method);
        connection.setRequestProperty("Authorization", authorization);
        connection.setRequestProperty("Content-Type", "application/json");
        if (!body.isEmpty()) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = connection.getResponseCode();
        if (status >= 300) {
            throw new IOException(method + " " + path + " was answered with status " + status);
        }
        connection.getInputStream().readAllBytes();
    }
}

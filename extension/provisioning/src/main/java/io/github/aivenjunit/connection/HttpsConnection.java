package io.github.aivenjunit.connection;

import io.github.aivenjunit.client.model.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLContext;

/**
 * How to reach a service, or a part of one, over HTTPS with basic authentication. Immutable, thread-safe. The password
 * stays out of {@link #uri()} and {@link #toString()}.
 *
 * <pre>{@code
 * HttpClient client = HttpClient.newBuilder().sslContext(server.sslContext()).build();
 * HttpRequest request = HttpRequest.newBuilder(server.uri("/_cluster/health"))
 *         .header("Authorization", server.authorization())
 *         .build();
 * }</pre>
 *
 * @param uri the address without user and password, which the server's certificate covers
 * @param user the user
 * @param password the user's password
 * @param ca the authority of the project; many services have a certificate of a public one instead
 */
public record HttpsConnection(URI uri, String user, Secret password, CaCertificate ca) {

    private static final int DEFAULT_PORT = 443;

    /** The server's name. */
    public String host() {
        return uri.getHost();
    }

    /** The server's port. */
    public int port() {
        return uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
    }

    /** The address of a resource on the server, for example {@code /_cluster/health}. */
    public URI uri(String path) {
        return uri.resolve(path);
    }

    /** The value of an {@code Authorization} header. Holds the password. */
    public String authorization() {
        String login = user + ":" + password.reveal();
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    /** The TLS context that trusts the project's authority and what this JVM trusts. */
    public SSLContext sslContext() {
        return ca.sslContext();
    }

    /** The same server, another user. */
    public HttpsConnection withUser(String otherUser, Secret otherPassword) {
        return new HttpsConnection(uri, otherUser, otherPassword, ca);
    }

    @Override
    public String toString() {
        return "HttpsConnection[" + user + "@" + uri + "]";
    }
}

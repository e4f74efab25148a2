package io.github.aivenjunit.connection;

import io.github.aivenjunit.client.model.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How to reach a Valkey service. Immutable, thread-safe. The password stays out of {@link #toString()}.
 *
 * @param host the server's name, which its certificate covers
 * @param port the server's port
 * @param user the user
 * @param password the user's password
 * @param ca the authority of the project; newer services of Aiven have a certificate of a public one instead
 */
public record ValkeyConnection(String host, int port, String user, Secret password, CaCertificate ca) {

    /**
     * The address with user and password, in the form that Java clients such as Jedis and Lettuce take:
     * {@code rediss://user:password@host:port}. They need {@link CaCertificate#sslContext()} beside it.
     */
    public URI uri() {
        return URI.create("rediss://" + encode(user) + ":" + encode(password.reveal()) + "@" + host + ":" + port);
    }

    /** The same server, another user. */
    public ValkeyConnection withUser(String otherUser, Secret otherPassword) {
        return new ValkeyConnection(host, port, otherUser, otherPassword, ca);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "ValkeyConnection[" + user + "@" + host + ":" + port + "]";
    }
}

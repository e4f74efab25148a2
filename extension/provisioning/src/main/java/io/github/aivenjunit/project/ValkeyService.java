package io.github.aivenjunit.project;

import io.github.aivenjunit.connection.ServiceConnections;
import io.github.aivenjunit.connection.ValkeyConnection;
import java.util.HashMap;
import java.util.Map;

/**
 * A Valkey service. Immutable, thread-safe.
 *
 * <pre>{@code
 * SSLSocketFactory trusting = valkey.sslContext().getSocketFactory();
 * try (RedisClient client = RedisClient.builder()
 *         .fromURI(valkey.server().uri())
 *         .clientConfig(...sslSocketFactory(trusting)...)
 *         .build()) {
 *     ...
 * }
 * }</pre>
 */
public final class ValkeyService extends ServiceHandle {

    /** Aiven's code of this type. */
    public static final String TYPE = "valkey";

    private final ValkeyConnection connection;

    /** Made while a project is provisioned. */
    public ValkeyService(ServiceDetails details) {
        super(details);
        this.connection = ServiceConnections.valkey(details.service(), details.ca());
    }

    /** The default user's way to the server, and from there to other users. */
    public ValkeyConnection server() {
        return connection;
    }

    /** The real name of a key, with the class's prefix when it shares the service. */
    public String key(String declared) {
        return details().names().of(declared);
    }

    @Override
    public String host() {
        return connection.host();
    }

    @Override
    public int port() {
        return connection.port();
    }

    @Override
    public String user() {
        return connection.user();
    }

    @Override
    public String password() {
        return connection.password().reveal();
    }

    /** The address with user and password as {@code rediss://}, whatever scheme the API uses. */
    @Override
    public String uri() {
        return connection.uri().toString();
    }

    @Override
    public Map<String, String> connection() {
        Map<String, String> all = new HashMap<>(super.connection());
        all.put("uri", uri());
        return Map.copyOf(all);
    }
}

package io.github.aivenjunit.project;

import io.github.aivenjunit.connection.DatabaseConnections;
import io.github.aivenjunit.connection.ValkeyConnection;
import java.util.HashMap;
import java.util.Map;

/**
 * A Dragonfly service, which speaks Valkey's protocol. Immutable, thread-safe.
 *
 * <pre>{@code
 * SSLSocketFactory trusting = dragonfly.sslContext().getSocketFactory();
 * URI address = dragonfly.server().uri();
 * }</pre>
 */
public final class DragonflyService extends ServiceHandle {

    /** Aiven's code of this type. */
    public static final String TYPE = "dragonfly";

    private final ValkeyConnection connection;

    /** Made while a project is provisioned. */
    public DragonflyService(ServiceDetails details) {
        super(details);
        this.connection = DatabaseConnections.dragonfly(details.service(), details.ca());
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

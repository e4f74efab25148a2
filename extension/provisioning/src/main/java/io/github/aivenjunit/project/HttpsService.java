package io.github.aivenjunit.project;

import io.github.aivenjunit.connection.HttpsConnection;
import io.github.aivenjunit.connection.HttpsConnections;
import java.util.HashMap;
import java.util.Map;

/** A service whose main endpoint is an HTTPS server with basic authentication. */
abstract class HttpsService extends ServiceHandle {

    private final String component;

    /**
     * A handle.
     *
     * @param component the API's name of the main endpoint
     */
    HttpsService(ServiceDetails details, String component) {
        super(details);
        this.component = component;
    }

    /**
     * The admin's way to the server.
     *
     * @throws IllegalStateException if the API names no address, or no user with a password
     */
    public HttpsConnection server() {
        return HttpsConnections.component(details().service(), component, ca());
    }

    @Override
    public String host() {
        return server().host();
    }

    @Override
    public int port() {
        return server().port();
    }

    /** Adds {@code httpsUri}, the address without user and password, to the common details. */
    @Override
    public Map<String, String> connection() {
        HttpsConnection server = server();
        Map<String, String> all = new HashMap<>(super.connection());
        all.put("host", server.host());
        all.put("port", String.valueOf(server.port()));
        all.put("user", server.user());
        all.put("password", server.password().reveal());
        all.put("httpsUri", server.uri().toString());
        return Map.copyOf(all);
    }
}

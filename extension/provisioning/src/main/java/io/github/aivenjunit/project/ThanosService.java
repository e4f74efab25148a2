package io.github.aivenjunit.project;

import io.github.aivenjunit.connection.HttpsConnection;
import io.github.aivenjunit.connection.HttpsConnections;
import java.util.HashMap;
import java.util.Map;

/**
 * A Thanos service. Immutable, thread-safe. Every method that returns an address throws {@link IllegalStateException}
 * where the API names none, or no user with a password.
 *
 * <pre>{@code
 * HttpRequest query = HttpRequest.newBuilder(thanos.query().uri("/api/v1/query?query=up"))
 *         .header("Authorization", thanos.query().authorization())
 *         .build();
 * }</pre>
 */
public final class ThanosService extends ServiceHandle {

    /** Aiven's code of this type. */
    public static final String TYPE = "thanos";

    /** Made while a project is provisioned. */
    public ThanosService(ServiceDetails details) {
        super(details);
    }

    /** The admin's way to the query frontend, which splits and caches queries. The one to take for queries. */
    public HttpsConnection queryFrontend() {
        return address("query_frontend_uri");
    }

    /** The admin's way to the querier itself. */
    public HttpsConnection query() {
        return address("query_uri");
    }

    /** Where Prometheus writes to: the address is complete. */
    public HttpsConnection remoteWrite() {
        return address("receiver_remote_write_uri");
    }

    @Override
    public String host() {
        return queryFrontend().host();
    }

    @Override
    public int port() {
        return queryFrontend().port();
    }

    /** Adds {@code queryFrontendUri}, {@code queryUri} and {@code remoteWriteUri}, without passwords, to the common details. */
    @Override
    public Map<String, String> connection() {
        HttpsConnection queryFrontend = queryFrontend();
        Map<String, String> all = new HashMap<>(super.connection());
        all.put("host", queryFrontend.host());
        all.put("port", String.valueOf(queryFrontend.port()));
        all.put("user", queryFrontend.user());
        all.put("password", queryFrontend.password().reveal());
        all.put("queryFrontendUri", queryFrontend.uri().toString());
        all.put("queryUri", query().uri().toString());
        all.put("remoteWriteUri", remoteWrite().uri().toString());
        return Map.copyOf(all);
    }

    private HttpsConnection address(String key) {
        return HttpsConnections.connectionInfo(details().service(), key, ca());
    }
}

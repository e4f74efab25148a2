package io.github.aivenjunit.project;

import io.github.aivenjunit.connection.HttpsConnection;
import io.github.aivenjunit.connection.HttpsConnections;
import java.util.Optional;

/**
 * An OpenSearch service. Immutable, thread-safe.
 *
 * <pre>{@code
 * HttpClient client = HttpClient.newBuilder().sslContext(search.sslContext()).build();
 * HttpRequest health = HttpRequest.newBuilder(search.server().uri("/_cluster/health"))
 *         .header("Authorization", search.server().authorization())
 *         .build();
 * }</pre>
 */
public final class OpenSearchService extends HttpsService {

    /** Aiven's code of this type. */
    public static final String TYPE = "opensearch";

    /** Made while a project is provisioned. */
    public OpenSearchService(ServiceDetails details) {
        super(details, "opensearch");
    }

    /** The real name of an index, with the class's prefix when it shares the service. */
    public String index(String declared) {
        return details().names().of(declared);
    }

    /** The admin's way to OpenSearch Dashboards; empty where they are switched off. */
    public Optional<HttpsConnection> dashboards() {
        return HttpsConnections.find(details().service(), "opensearch_dashboards", ca());
    }
}

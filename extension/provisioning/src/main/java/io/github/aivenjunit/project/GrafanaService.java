package io.github.aivenjunit.project;

/**
 * A Grafana service. Immutable, thread-safe.
 *
 * <pre>{@code
 * HttpClient client = HttpClient.newBuilder().sslContext(grafana.sslContext()).build();
 * HttpRequest request = HttpRequest.newBuilder(grafana.server().uri("/api/dashboards/home"))
 *         .header("Authorization", grafana.server().authorization())
 *         .build();
 * }</pre>
 */
public final class GrafanaService extends HttpsService {

    /** Aiven's code of this type. */
    public static final String TYPE = "grafana";

    /** Made while a project is provisioned. */
    public GrafanaService(ServiceDetails details) {
        super(details, "grafana");
    }
}

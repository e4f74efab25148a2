package io.github.aivenjunit.project;

/**
 * An Apache Flink service. Immutable, thread-safe.
 *
 * <pre>{@code
 * HttpClient client = HttpClient.newBuilder().sslContext(flink.sslContext()).build();
 * HttpRequest request = HttpRequest.newBuilder(flink.server().uri("/jobs/overview"))
 *         .header("Authorization", flink.server().authorization())
 *         .build();
 * }</pre>
 */
public final class FlinkService extends HttpsService {

    /** Aiven's code of this type. */
    public static final String TYPE = "flink";

    /** Made while a project is provisioned. */
    public FlinkService(ServiceDetails details) {
        super(details, "flink");
    }
}

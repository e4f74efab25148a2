package io.github.aivenjunit.project;

/**
 * A Kafka Connect service of its own, whose REST API lists, creates and deletes connectors. Immutable, thread-safe.
 *
 * <p>It is handed out when Aiven reports it running and its name resolves. Its REST API can begin to answer later, once
 * the service is integrated with a Kafka service.
 *
 * <pre>{@code
 * HttpClient client = HttpClient.newBuilder().sslContext(connect.sslContext()).build();
 * HttpRequest request = HttpRequest.newBuilder(connect.server().uri("/connectors"))
 *         .header("Authorization", connect.server().authorization())
 *         .build();
 * }</pre>
 */
public final class KafkaConnectService extends HttpsService {

    /** Aiven's code of this type. */
    public static final String TYPE = "kafka_connect";

    /** Made while a project is provisioned. */
    public KafkaConnectService(ServiceDetails details) {
        super(details, "kafka_connect");
    }
}

package io.github.aivenjunit.project;

/**
 * A Kafka MirrorMaker service. It connects to others and has no address of its own: it is usable as soon as Aiven
 * reports it running, and is told what to replicate through the API. Immutable, thread-safe.
 *
 * <pre>{@code
 * String service = mirrorMaker.serviceName();
 * project.client().integrations().list(project.name(), service);
 * }</pre>
 */
public final class KafkaMirrorMakerService extends ServiceHandle {

    /** Aiven's code of this type. */
    public static final String TYPE = "kafka_mirrormaker";

    /** Made while a project is provisioned. */
    public KafkaMirrorMakerService(ServiceDetails details) {
        super(details);
    }
}

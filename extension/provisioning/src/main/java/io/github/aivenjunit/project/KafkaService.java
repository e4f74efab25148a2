package io.github.aivenjunit.project;

import io.github.aivenjunit.client.model.Component;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.client.model.TopicSummary;
import io.github.aivenjunit.connection.KafkaConnection;
import io.github.aivenjunit.connection.KafkaConnections;
import io.github.aivenjunit.connection.KafkaLogin;
import io.github.aivenjunit.connection.SaslMechanism;
import io.github.aivenjunit.connection.ServiceConnections;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.KafkaPermission;
import io.github.aivenjunit.spec.ServiceResource;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Kafka service. Immutable, thread-safe.
 *
 * <pre>{@code
 * try (var producer = new KafkaProducer<>(kafka.certificate().producer(), new StringSerializer(), new StringSerializer())) {
 *     producer.send(new ProducerRecord<>("orders", "bolt")).get();
 * }
 *
 * KafkaConnection alice = kafka.certificate(kafka.createUser("alice"));
 * kafka.allow("alice", KafkaPermission.READ, "orders");
 * }</pre>
 */
public final class KafkaService extends ServiceHandle {

    /** Aiven's code of this type. */
    public static final String TYPE = "kafka";

    /** Made while a project is provisioned. */
    public KafkaService(ServiceDetails details) {
        super(details);
    }

    /** The listener for client certificates as {@code host:port}; that for passwords where certificates are off. */
    public String bootstrapServers() {
        Component listener = listener();
        return listener.host() + ":" + listener.port();
    }

    /**
     * The first user's way in with its certificate.
     *
     * @throws IllegalStateException if the service takes no certificates; says what to change
     */
    public KafkaConnection certificate() {
        return certificate(ServiceConnections.admin(details().service()));
    }

    /** The way in of a user with this name, with its certificate as it is now. */
    public KafkaConnection certificate(String username) {
        return certificate(user(username));
    }

    /** The way in of a user that {@link #createUser} or {@link #user(String)} returned, with its certificate. */
    public KafkaConnection certificate(ServiceUser user) {
        return KafkaConnections.certificate(details().service(), ca(), user);
    }

    /**
     * The first user's way in with its password.
     *
     * @throws IllegalStateException if the service takes no passwords or not this mechanism; says what to change
     */
    public KafkaConnection sasl(SaslMechanism mechanism) {
        return sasl(mechanism, ServiceConnections.admin(details().service()));
    }

    /** The way in of a user with this name, with its password as it is now. */
    public KafkaConnection sasl(SaslMechanism mechanism, String username) {
        return sasl(mechanism, user(username));
    }

    /** The way in of a user that {@link #createUser} or {@link #user(String)} returned, with its password. */
    public KafkaConnection sasl(SaslMechanism mechanism, ServiceUser user) {
        return KafkaConnections.sasl(details().service(), ca(), user, mechanism);
    }

    /** The real name of a declared topic, with the class's prefix when it shares the service. */
    public String topic(String declared) {
        return details().names().of(declared);
    }

    /** The names of the topics as the API lists them now, in a shared service those of the class. The list lags a little behind clients that create topics. */
    public List<String> topics() {
        return details().control().client().topics().list(details().control().project(), serviceName()).stream()
                .map(TopicSummary::topicName)
                .filter(topic -> topic.startsWith(prefix()))
                .toList();
    }

    /** Creates a topic of one partition with the service's own replication and settings, and waits for it. */
    public void createTopic(String name) {
        createTopic(ServiceResource.Topic.of(name));
    }

    /**
     * Creates a topic and waits until it is active.
     *
     * @param replication how many brokers keep each partition
     * @param config Kafka's topic settings, for example {@code retention.ms}
     * @throws InvalidSpecException if it cannot exist as described
     * @throws io.github.aivenjunit.resource.ResourceFailedException if Aiven refuses it
     */
    public void createTopic(String name, int partitions, int replication, Map<String, String> config) {
        createTopic(new ServiceResource.Topic(name, partitions, OptionalInt.of(replication), config));
    }

    /**
     * Creates a topic and waits until it is active.
     *
     * @throws InvalidSpecException if it cannot exist as described
     * @throws io.github.aivenjunit.resource.ResourceFailedException if Aiven refuses it
     */
    public void createTopic(ServiceResource.Topic topic) {
        // Aiven refuses for a missing broker with the same words as for one that is still to come.
        int nodes = details().service().nodeCount().orElse(Integer.MAX_VALUE);
        if (topic.replication().orElse(1) > nodes) {
            throw new InvalidSpecException("Topic '" + topic.name() + "' of service '" + name() + "' has replication "
                    + topic.replication().getAsInt() + ", and the service has " + nodes
                    + " brokers. Use at most that many.");
        }
        details()
                .control()
                .create(List.of(new ServiceResource.Topic(
                        topic(topic.name()), topic.partitions(), topic.replication(), topic.config())));
    }

    /** Deletes a topic and waits until it is gone; one that is not there is gone. */
    public void deleteTopic(String name) {
        details().control().delete(List.of(ServiceResource.Topic.of(topic(name))));
    }

    /**
     * Adds an entry to Aiven's access control for Kafka.
     *
     * @param user a name, or a pattern with {@code *} and {@code ?}
     * @param topic a name, or a pattern with {@code *} and {@code ?}
     */
    public void allow(String user, KafkaPermission permission, String topic) {
        details().control().create(List.of(new ServiceResource.KafkaAccess(user, permission, topic(topic))));
    }

    /** Removes an entry of Aiven's access control for Kafka; one that is not there is removed. */
    public void disallow(String user, KafkaPermission permission, String topic) {
        details().control().delete(List.of(new ServiceResource.KafkaAccess(user, permission, topic(topic))));
    }

    /** Adds an entry to Kafka's native access control. */
    public void add(ServiceResource.KafkaNativeAcl acl) {
        details().control().create(List.of(acl));
    }

    /**
     * The address of the schema registry, without credentials: it wants {@link #user()} and {@link #password()}.
     *
     * @throws IllegalStateException if it is switched off; says how to switch it on
     */
    public URI schemaRegistryUri() {
        return https("schema_registry")
                .orElseThrow(() -> new IllegalStateException("Service '" + name()
                        + "' has no schema registry. Set schemaRegistry = true on @AivenKafka, or"
                        + " user_config.schema_registry to true."));
    }

    /**
     * The address of the REST proxy, without credentials: it wants {@link #user()} and {@link #password()}.
     *
     * @throws IllegalStateException if it is switched off; says how to switch it on
     */
    public URI restUri() {
        return https("kafka_rest")
                .orElseThrow(() -> new IllegalStateException("Service '" + name()
                        + "' has no REST proxy. Set rest = true on @AivenKafka, or user_config.kafka_rest to true."));
    }

    @Override
    public String host() {
        return listener().host();
    }

    @Override
    public int port() {
        return listener().port();
    }

    /**
     * The common details, and {@code bootstrapServers}, {@code user}, {@code password}, {@code accessCert} and
     * {@code accessKey}; where they are on, {@code saslBootstrapServers}, {@code schemaRegistryUri} and {@code restUri}.
     */
    @Override
    public Map<String, String> connection() {
        Map<String, String> all = new HashMap<>(super.connection());
        ServiceUser admin = ServiceConnections.admin(details().service());
        all.put("host", host());
        all.put("port", String.valueOf(port()));
        all.put("bootstrapServers", bootstrapServers());
        all.put("user", admin.username());
        admin.password().ifPresent(password -> all.put("password", password.reveal()));
        if (KafkaConnections.certificateListener(details().service()).isPresent()
                && certificate().login() instanceof KafkaLogin.Certificate certificate) {
            all.put("accessCert", certificate.certificatePem());
            all.put("accessKey", certificate.privateKeyPem().reveal());
        }
        KafkaConnections.saslListener(details().service())
                .ifPresent(sasl -> all.put("saslBootstrapServers", sasl.host() + ":" + sasl.port()));
        https("schema_registry").ifPresent(uri -> all.put("schemaRegistryUri", uri.toString()));
        https("kafka_rest").ifPresent(uri -> all.put("restUri", uri.toString()));
        return Map.copyOf(all);
    }

    private Component listener() {
        return KafkaConnections.certificateListener(details().service())
                .or(() -> KafkaConnections.saslListener(details().service()))
                .orElseThrow(() -> new IllegalStateException("Service '" + name()
                        + "' has no component 'kafka' in the API's answer. Look at it in the Aiven console."));
    }

    private Optional<URI> https(String component) {
        return ServiceConnections.find(details().service(), component)
                .map(found -> URI.create("https://" + found.host() + ":" + found.port()));
    }
}

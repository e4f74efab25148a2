package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Kafka broker whose users, topics and access rules are managed through the control plane as well as by its clients.
 * Thread-safe.
 *
 * <p>Every method asks the broker itself. It throws a {@link KafkaRefusalException} with the broker's reason when the
 * broker says no, and another {@link IOException} when there is no broker to ask.
 *
 * <p>A user's name and password are for SASL. With a certificate a user needs no registration: the broker takes every
 * client whose certificate the CA of {@link EngineRequest#tls()} issued, and the common name is the user. Such a
 * certificate stays good after {@link #dropUser}; a user without access rules can do nothing with it.
 *
 * <p>Over a power cycle the service keeps its users, its access rules, and its topics with their configuration, but no
 * records (Aiven: "with backups keeps configuration but not data").
 */
public interface KafkaServer extends UserServer {

    /** Lets a user log in with a password: SCRAM-SHA-256, SCRAM-SHA-512 and PLAIN. It starts without any rights. */
    @Override
    void createUser(Credentials user) throws IOException;

    /** The old password is refused from then on; open connections stay. */
    @Override
    void changePassword(Credentials user) throws IOException;

    /** Ends the user's logins by password; open connections stay. The rules that name the user stay too. */
    @Override
    void dropUser(String username) throws IOException;

    /**
     * Creates a topic.
     *
     * @throws KafkaRefusalException {@code TOPIC_ALREADY_EXISTS}, {@code INVALID_TOPIC_EXCEPTION},
     *     {@code INVALID_PARTITIONS}, {@code INVALID_REPLICATION_FACTOR} or {@code INVALID_CONFIG}, for example
     */
    void createTopic(KafkaTopic topic) throws IOException;

    /** All topics but Kafka's internal ones, in the order of their names. */
    List<KafkaTopic> topics() throws IOException;

    /** A topic with what was set on it; empty when there is none of that name. */
    Optional<KafkaTopic> topic(String name) throws IOException;

    /**
     * All settings of a topic with the values in force, by name.
     *
     * @throws KafkaRefusalException {@code UNKNOWN_TOPIC_OR_PARTITION} when there is no such topic
     */
    Map<String, KafkaSetting> topicSettings(String name) throws IOException;

    /**
     * A topic's partitions in their order.
     *
     * @throws KafkaRefusalException {@code UNKNOWN_TOPIC_OR_PARTITION} when there is no such topic
     */
    List<KafkaPartition> partitions(String name) throws IOException;

    /**
     * Sets a topic's configuration to exactly this; what is not named goes back to its default.
     *
     * @throws KafkaRefusalException {@code INVALID_CONFIG} or {@code UNKNOWN_TOPIC_OR_PARTITION}, for example
     */
    void configureTopic(String name, Map<String, String> config) throws IOException;

    /**
     * Gives a topic more partitions.
     *
     * @param total how many it has then
     * @throws KafkaRefusalException {@code INVALID_PARTITIONS} when it has as many or more
     */
    void growTopic(String name, int total) throws IOException;

    /**
     * Deletes a topic with its records.
     *
     * @throws KafkaRefusalException {@code UNKNOWN_TOPIC_OR_PARTITION} when there is no such topic
     */
    void deleteTopic(String name) throws IOException;

    /** Sets the complete list of Aiven's own access rules; without any, only the first user may do anything. */
    void replaceAivenAcls(Collection<AivenAcl> acls) throws IOException;

    /** Kafka's own access rules, also those that clients made. */
    List<KafkaAcl> kafkaAcls() throws IOException;

    /** Adds one of Kafka's own access rules. Adding a rule again changes nothing. */
    void createKafkaAcl(KafkaAcl acl) throws IOException;

    /** Removes one of Kafka's own access rules. Removing an unknown rule changes nothing. */
    void deleteKafkaAcl(KafkaAcl acl) throws IOException;
}

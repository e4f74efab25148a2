package io.github.aivenjunit.emulator.internal.kafka;

import io.github.aivenjunit.emulator.engine.AivenAcl;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.KafkaAcl;
import io.github.aivenjunit.emulator.engine.KafkaPartition;
import io.github.aivenjunit.emulator.engine.KafkaRefusalException;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.KafkaSetting;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a broker knows, without a broker: topics and rules that no client sees. It refuses what Kafka refuses as far as
 * that does not take a real one. Thread-safe.
 */
public final class MemoryBroker implements KafkaServer {

    private final Map<String, KafkaTopic> topics = new TreeMap<>();
    private final Set<KafkaAcl> acls = new LinkedHashSet<>();

    @Override
    public List<EngineEndpoint> endpoints() {
        return List.of();
    }

    @Override
    public void powerOn() {
        // There is nothing to start.
    }

    @Override
    public void powerOff() {
        // What it knows is what a service keeps over a power cycle.
    }

    @Override
    public void close() {
        // It goes with its service.
    }

    @Override
    public void createUser(Credentials user) {
        // The control plane knows its users; nobody logs in here.
    }

    @Override
    public void changePassword(Credentials user) {
        // As above.
    }

    @Override
    public void dropUser(String username) {
        // As above.
    }

    @Override
    public synchronized void createTopic(KafkaTopic topic) throws KafkaRefusalException {
        if (topics.putIfAbsent(topic.name(), topic) != null) {
            throw new KafkaRefusalException("TOPIC_ALREADY_EXISTS", "Topic '" + topic.name() + "' already exists.");
        }
    }

    @Override
    public synchronized List<KafkaTopic> topics() {
        return List.copyOf(topics.values());
    }

    @Override
    public synchronized Optional<KafkaTopic> topic(String name) {
        return Optional.ofNullable(topics.get(name));
    }

    @Override
    public Map<String, KafkaSetting> topicSettings(String name) throws KafkaRefusalException {
        Map<String, KafkaSetting> settings = TopicSettings.defaults();
        known(name)
                .config()
                .forEach((key, value) -> settings.put(key, new KafkaSetting(value, "DYNAMIC_TOPIC_CONFIG")));
        return settings;
    }

    @Override
    public List<KafkaPartition> partitions(String name) throws KafkaRefusalException {
        return IntStream.range(0, known(name).partitions())
                .mapToObj(number -> new KafkaPartition(number, 1, 0, 0, 0))
                .toList();
    }

    @Override
    public synchronized void configureTopic(String name, Map<String, String> config) throws KafkaRefusalException {
        KafkaTopic topic = known(name);
        topics.put(name, new KafkaTopic(name, topic.partitions(), topic.replication(), config));
    }

    @Override
    public synchronized void growTopic(String name, int total) throws KafkaRefusalException {
        KafkaTopic topic = known(name);
        if (total <= topic.partitions()) {
            throw new KafkaRefusalException(
                    "INVALID_PARTITIONS",
                    "The topic " + name + " currently has " + topic.partitions() + " partition(s); " + total
                            + " would not be an increase.");
        }
        topics.put(name, new KafkaTopic(name, total, topic.replication(), topic.config()));
    }

    @Override
    public synchronized void deleteTopic(String name) throws KafkaRefusalException {
        known(name);
        topics.remove(name);
    }

    @Override
    public void replaceAivenAcls(Collection<AivenAcl> rules) {
        // Nobody asks for access here.
    }

    @Override
    public synchronized List<KafkaAcl> kafkaAcls() {
        return List.copyOf(acls);
    }

    @Override
    public synchronized void createKafkaAcl(KafkaAcl acl) {
        acls.add(acl);
    }

    @Override
    public synchronized void deleteKafkaAcl(KafkaAcl acl) {
        acls.remove(acl);
    }

    private synchronized KafkaTopic known(String name) throws KafkaRefusalException {
        return topic(name)
                .orElseThrow(() -> new KafkaRefusalException(
                        "UNKNOWN_TOPIC_OR_PARTITION", "This server does not host this topic-partition."));
    }
}

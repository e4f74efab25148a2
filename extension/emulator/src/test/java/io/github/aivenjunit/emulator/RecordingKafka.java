package io.github.aivenjunit.emulator;

import io.github.aivenjunit.emulator.engine.AivenAcl;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.KafkaAcl;
import io.github.aivenjunit.emulator.engine.KafkaPartition;
import io.github.aivenjunit.emulator.engine.KafkaRefusalException;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.KafkaSetting;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import io.github.aivenjunit.emulator.internal.kafka.MemoryBroker;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An engine for kafka that starts nothing, remembers what it was told and refuses what it is told to refuse. */
final class RecordingKafka implements ServiceEngine {

    final List<String> calls = new CopyOnWriteArrayList<>();
    final MemoryBroker broker = new MemoryBroker();
    volatile CountDownLatch startGate = new CountDownLatch(0);
    volatile Optional<IOException> refusal = Optional.empty();

    @Override
    public String serviceType() {
        return "kafka";
    }

    @Override
    public String describe(Map<String, Object> userConfig) {
        return "Recorder";
    }

    @Override
    public Optional<String> objection(Map<String, Object> userConfig) {
        return Optional.empty();
    }

    @Override
    public EngineInstance create(EngineRequest request) {
        return new Server();
    }

    static KafkaRefusalException invalidConfig(String reason) {
        return new KafkaRefusalException("INVALID_CONFIG", reason);
    }

    private final class Server implements KafkaServer {

        @Override
        public List<EngineEndpoint> endpoints() {
            return List.of(new EngineEndpoint("kafka", "localhost", 4711));
        }

        @Override
        public void powerOn() throws InterruptedException {
            startGate.await();
        }

        @Override
        public void powerOff() {
            calls.add("powerOff");
        }

        @Override
        public void close() {
            calls.add("close");
        }

        @Override
        public void createUser(Credentials user) {
            calls.add("createUser " + user.username());
        }

        @Override
        public void changePassword(Credentials user) {
            calls.add("changePassword " + user.username());
        }

        @Override
        public void dropUser(String username) {
            calls.add("dropUser " + username);
        }

        @Override
        public void createTopic(KafkaTopic topic) throws IOException {
            note("createTopic " + topic);
            broker.createTopic(topic);
        }

        @Override
        public List<KafkaTopic> topics() {
            return broker.topics();
        }

        @Override
        public Optional<KafkaTopic> topic(String name) {
            return broker.topic(name);
        }

        @Override
        public Map<String, KafkaSetting> topicSettings(String name) throws IOException {
            return broker.topicSettings(name);
        }

        @Override
        public List<KafkaPartition> partitions(String name) throws IOException {
            return broker.partitions(name);
        }

        @Override
        public void configureTopic(String name, Map<String, String> config) throws IOException {
            note("configureTopic " + name + " " + config);
            broker.configureTopic(name, config);
        }

        @Override
        public void growTopic(String name, int total) throws IOException {
            note("growTopic " + name + " " + total);
            broker.growTopic(name, total);
        }

        @Override
        public void deleteTopic(String name) throws IOException {
            note("deleteTopic " + name);
            broker.deleteTopic(name);
        }

        @Override
        public void replaceAivenAcls(Collection<AivenAcl> acls) throws IOException {
            note("replaceAivenAcls "
                    + acls.stream()
                            .map(acl -> acl.username() + " " + acl.permission() + " " + acl.topic())
                            .toList());
        }

        @Override
        public List<KafkaAcl> kafkaAcls() {
            return broker.kafkaAcls();
        }

        @Override
        public void createKafkaAcl(KafkaAcl acl) throws IOException {
            note("createKafkaAcl " + acl.principal());
            broker.createKafkaAcl(acl);
        }

        @Override
        public void deleteKafkaAcl(KafkaAcl acl) throws IOException {
            note("deleteKafkaAcl " + acl.principal());
            broker.deleteKafkaAcl(acl);
        }

        private void note(String call) throws IOException {
            calls.add(call);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
        }
    }
}

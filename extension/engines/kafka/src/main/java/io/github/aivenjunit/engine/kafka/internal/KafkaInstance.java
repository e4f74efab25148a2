package io.github.aivenjunit.engine.kafka.internal;

import io.github.aivenjunit.emulator.engine.AivenAcl;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.KafkaAcl;
import io.github.aivenjunit.emulator.engine.KafkaPartition;
import io.github.aivenjunit.emulator.engine.KafkaRecord;
import io.github.aivenjunit.emulator.engine.KafkaRecordServer;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.KafkaSetting;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.NativeServer;
import io.github.aivenjunit.emulator.engine.NewKafkaRecord;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAcl;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAnswer;
import io.github.aivenjunit.emulator.engine.SchemaRegistryRequest;
import io.github.aivenjunit.emulator.engine.SchemaRegistryServer;
import io.github.aivenjunit.engine.kafka.internal.wire.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One broker and what it is told. A power cycle replaces it by a new one, with the users, rules, topics and schemas of the
 * old; a broker that crashed comes back with its records too.
 */
public final class KafkaInstance implements KafkaServer, KafkaRecordServer, SchemaRegistryServer {

    private static final Logger logger = LoggerFactory.getLogger(KafkaInstance.class);

    /** The schema registry's journal in the broker's directory. */
    private static final String SCHEMAS = "schemas.log";

    private final NativeHost host;
    private final BrokerProgram program;
    private final EngineRequest request;
    private final BrokerPorts ports;
    private final BrokerSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Credentials> users = new LinkedHashMap<>();
    private List<AivenAcl> aivenAcls = List.of();
    private List<SchemaRegistryAcl> registryAcls = List.of();
    private List<KafkaAcl> keptAcls = List.of();
    private List<KafkaTopic> keptTopics = List.of();
    private String keptSchemas = "";
    private @Nullable BrokerProcess broker;
    private volatile boolean closed;

    private KafkaInstance(
            NativeHost host, BrokerProgram program, EngineRequest request, BrokerPorts ports, String clusterId) {
        this.host = host;
        this.program = program;
        this.request = request;
        this.ports = ports;
        this.settings = new BrokerSettings(request, ports, clusterId);
        this.users.put(request.admin().username(), request.admin());
    }

    /** Reserves the ports of a broker that does not run yet. */
    public static KafkaInstance create(NativeHost host, BrokerProgram program, EngineRequest request)
            throws IOException {
        return new KafkaInstance(host, program, request, BrokerPorts.reserve(request), clusterId(request));
    }

    /** The data in a home belongs to one cluster for ever. */
    private static String clusterId(EngineRequest request) throws IOException {
        if (request.home().isEmpty()) {
            return newClusterId();
        }
        return request.home().get().remembered("cluster", KafkaInstance::newClusterId);
    }

    /** A random identifier in Kafka's notation. */
    static String newClusterId() {
        UUID random = UUID.randomUUID();
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    @Override
    public List<EngineEndpoint> endpoints() {
        return ports.endpoints(settings.sasl(), settings.schemaRegistry());
    }

    @Override
    public void powerOn() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (closed) {
                throw new IOException("Service " + request.service() + " was deleted. Create it again.");
            }
            if (broker != null && broker.isRunning()) {
                return;
            }
            if (broker == null) {
                start(host.newServer("kafka", "KILL", request));
                restore();
            } else {
                broker.kill();
                start(broker.server());
            }
            program.prepareArchive(request);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void powerOff() {
        lock.lock();
        try {
            if (broker != null) {
                remember(broker);
                broker.remove();
                broker = null;
                if (request.home().isPresent()) {
                    request.home().get().clear();
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean remembers() {
        return request.home().isPresent();
    }

    @Override
    public void close() {
        // Seen by a start that is under way, so that a service can be deleted while it builds.
        closed = true;
        lock.lock();
        try {
            if (broker != null) {
                broker.remove();
                broker = null;
            }
            ports.close();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void createUser(Credentials user) throws IOException {
        putUser(user);
    }

    @Override
    public void changePassword(Credentials user) throws IOException {
        putUser(user);
    }

    @Override
    public void dropUser(String username) throws IOException {
        lock.lock();
        try {
            ask(Order.DROP_USER, List.of(username));
            users.remove(username);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void createTopic(KafkaTopic topic) throws IOException {
        ask(Order.CREATE_TOPIC, Words.of(topic));
    }

    @Override
    public List<KafkaTopic> topics() throws IOException {
        return Words.topics(ask(Order.TOPICS, List.of()));
    }

    @Override
    public Optional<KafkaTopic> topic(String name) throws IOException {
        return Words.topics(ask(Order.TOPIC, List.of(name))).stream().findFirst();
    }

    @Override
    public Map<String, KafkaSetting> topicSettings(String name) throws IOException {
        return Words.settings(ask(Order.TOPIC_SETTINGS, List.of(name)));
    }

    @Override
    public List<KafkaPartition> partitions(String name) throws IOException {
        return Words.partitions(ask(Order.PARTITIONS, List.of(name)));
    }

    @Override
    public void configureTopic(String name, Map<String, String> config) throws IOException {
        ask(Order.CONFIGURE_TOPIC, Words.of(name, config));
    }

    @Override
    public void growTopic(String name, int total) throws IOException {
        ask(Order.GROW_TOPIC, List.of(name, Integer.toString(total)));
    }

    @Override
    public void deleteTopic(String name) throws IOException {
        ask(Order.DELETE_TOPIC, List.of(name));
    }

    @Override
    public void replaceAivenAcls(Collection<AivenAcl> acls) throws IOException {
        lock.lock();
        try {
            ask(Order.AIVEN_ACLS, Words.ofAivenAcls(acls));
            aivenAcls = List.copyOf(acls);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public List<KafkaAcl> kafkaAcls() throws IOException {
        return Words.kafkaAcls(ask(Order.KAFKA_ACLS, List.of()));
    }

    @Override
    public void createKafkaAcl(KafkaAcl acl) throws IOException {
        ask(Order.CREATE_KAFKA_ACL, Words.of(acl));
    }

    @Override
    public void deleteKafkaAcl(KafkaAcl acl) throws IOException {
        ask(Order.DELETE_KAFKA_ACL, Words.of(acl));
    }

    @Override
    public List<KafkaRecord> produce(String topic, List<NewKafkaRecord> records) throws IOException {
        return Words.written(records, ask(Order.PRODUCE, Words.of(topic, records)));
    }

    @Override
    public List<KafkaRecord> read(String topic, Map<Integer, Long> from, int mostBytes, Duration patience)
            throws IOException {
        return Words.records(ask(Order.READ, Words.of(topic, from, mostBytes, patience)));
    }

    @Override
    public SchemaRegistryAnswer askSchemaRegistry(SchemaRegistryRequest request) throws IOException {
        List<String> words =
                ask(Order.REGISTRY, List.of(request.method(), request.path(), request.query(), request.body()));
        return new SchemaRegistryAnswer(Integer.parseInt(words.get(0)), words.get(1));
    }

    @Override
    public void replaceSchemaRegistryAcls(Collection<SchemaRegistryAcl> acls) throws IOException {
        lock.lock();
        try {
            ask(Order.REGISTRY_ACLS, Words.ofRegistryAcls(acls));
            registryAcls = List.copyOf(acls);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "KafkaInstance[" + request.project() + "/" + request.service() + "]";
    }

    private void putUser(Credentials user) throws IOException {
        lock.lock();
        try {
            ask(Order.PUT_USER, List.of(user.username(), user.password()));
            users.put(user.username(), user);
        } finally {
            lock.unlock();
        }
    }

    private void start(NativeServer server) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try {
            if (!keptSchemas.isEmpty() && Files.notExists(schemas(server))) {
                server.write(SCHEMAS, keptSchemas);
            }
            BrokerProcess starting = BrokerProcess.spawn(
                    server, settings.file(server.directory()), program.command(server.directory()), request.service());
            broker = starting;
            starting.start(users.values(), () -> closed);
            starting.ask(Order.AIVEN_ACLS, Words.ofAivenAcls(aivenAcls));
            if (!registryAcls.isEmpty()) {
                starting.ask(Order.REGISTRY_ACLS, Words.ofRegistryAcls(registryAcls));
            }
        } catch (IOException | InterruptedException | RuntimeException failure) {
            if (broker != null) {
                broker.remove();
            }
            server.close();
            broker = null;
            throw failure;
        }
        logger.debug(
                "Kafka {} of service {} serves clients on port {} after {} ms",
                program.version(),
                request.service(),
                ports.certificate().number(),
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    private void remember(BrokerProcess running) {
        try {
            if (Files.exists(schemas(running.server()))) {
                keptSchemas = Files.readString(schemas(running.server()));
            }
            if (running.isRunning()) {
                keptTopics = topics();
                keptAcls = kafkaAcls();
            }
        } catch (IOException unreachable) {
            logger.warn(
                    "The topics of service {} are as they were at its last start, because its broker does not answer: {}",
                    request.service(),
                    unreachable.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path schemas(NativeServer server) {
        return server.directory().resolve(SCHEMAS);
    }

    private void restore() throws IOException {
        for (KafkaTopic topic : keptTopics) {
            createTopic(topic);
        }
        for (KafkaAcl acl : keptAcls) {
            createKafkaAcl(acl);
        }
    }

    private List<String> ask(Order order, List<String> words) throws IOException {
        lock.lock();
        try {
            if (broker == null) {
                throw new IOException("Service " + request.service() + " is not running. Power it on first.");
            }
            return broker.ask(order, words);
        } finally {
            lock.unlock();
        }
    }
}

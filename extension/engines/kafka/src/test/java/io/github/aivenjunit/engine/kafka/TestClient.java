package io.github.aivenjunit.engine.kafka;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka's ordinary clients, with nothing but properties. */
record TestClient(Map<String, Object> properties) {

    static TestClient certified(int port, TlsIdentity identity) {
        return new TestClient(Map.of(
                "bootstrap.servers",
                "localhost:" + port,
                "security.protocol",
                "SSL",
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.certificate.chain",
                identity.certificatePem(),
                "ssl.keystore.key",
                identity.privateKeyPem(),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.certificates",
                identity.caPem()));
    }

    static TestClient login(int port, String caPem, String mechanism, Credentials user) {
        String module = mechanism.equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
        String password = user.password().replace("\\", "\\\\").replace("\"", "\\\"");
        return new TestClient(Map.of(
                "bootstrap.servers",
                "localhost:" + port,
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                "org.apache.kafka.common.security.%s required username=\"%s\" password=\"%s\";"
                        .formatted(module, user.username(), password),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.certificates",
                caPem));
    }

    TestClient with(String name, String value) {
        Map<String, Object> more = new HashMap<>(properties);
        more.put(name, value);
        return new TestClient(more);
    }

    Admin admin() {
        return Admin.create(new HashMap<>(properties));
    }

    /** Writes one record and waits for the broker's answer, whose refusal is thrown as it is. */
    void produce(String topic, String value) throws Exception {
        Map<String, Object> settings = new HashMap<>(properties);
        settings.put("max.block.ms", "20000");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(30, TimeUnit.SECONDS);
        } catch (ExecutionException refusal) {
            throw refusal.getCause() instanceof Exception cause ? cause : refusal;
        }
    }

    void produce(String topic, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(new HashMap<>(properties), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get(30, TimeUnit.SECONDS);
        }
    }

    /** The first value of a topic. */
    byte[] consumeBytes(String topic) {
        Map<String, Object> settings = new HashMap<>(properties);
        settings.put("group.id", "bytes-" + topic);
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> received : consumer.poll(Duration.ofMillis(100))) {
                    return received.value();
                }
            }
        }
        throw new AssertionError("nothing came within 30 s");
    }

    /** Writes one record in a transaction. */
    void produceInTransaction(String topic, String value) throws Exception {
        Map<String, Object> settings = new HashMap<>(properties);
        settings.put("transactional.id", "transaction-" + topic);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, value)).get(30, TimeUnit.SECONDS);
            producer.commitTransaction();
        }
    }

    /** Reads a topic from its beginning as a member of a group, until there are that many values. */
    List<String> consume(String topic, int count) {
        Map<String, Object> settings = new HashMap<>(properties);
        settings.put("group.id", "group-" + topic);
        settings.put("auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
            }
            consumer.commitSync();
        }
        return values;
    }
}

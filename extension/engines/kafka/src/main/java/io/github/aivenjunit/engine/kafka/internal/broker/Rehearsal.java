package io.github.aivenjunit.engine.kafka.internal.broker;

import io.github.aivenjunit.engine.kafka.internal.wire.Order;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Does with a broker what tests do, so that the archive of loaded classes holds what they will need. */
record Rehearsal(Map<String, Object> configuration, Admin admin) {

    private static final String TOPIC = "rehearsal";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    void run(String username, String password) throws ExecutionException, InterruptedException {
        Answers.of(
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all());
        new Topics(admin).obey(Order.TOPICS, List.of());
        logIn(certificate());
        logIn(password(username, password));
        produce();
        consume();
    }

    private void produce() throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                InternalClient.settings(configuration), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", "value")).get();
        }
    }

    private void consume() {
        Map<String, Object> settings = InternalClient.settings(configuration);
        settings.put("group.id", TOPIC);
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.poll(Duration.ofMillis(100)).isEmpty() && System.nanoTime() < deadline) {
                // The group forms while polling.
            }
            consumer.commitSync();
        }
    }

    private static void logIn(Map<String, Object> settings) throws ExecutionException, InterruptedException {
        try (Admin client = Admin.create(settings)) {
            Answers.of(client.describeCluster().nodes());
        }
    }

    /** The broker's own certificate: a user without rights, which is enough to be let in. */
    private Map<String, Object> certificate() {
        Map<String, Object> settings = secure("SSL", "aiven.certificate.address");
        for (String name : List.of("ssl.keystore.type", "ssl.keystore.certificate.chain", "ssl.keystore.key")) {
            settings.put(name, String.valueOf(configuration.get(name)));
        }
        return settings;
    }

    private Map<String, Object> password(String username, String password) {
        Map<String, Object> settings = secure("SASL_SSL", "aiven.sasl.address");
        settings.put("sasl.mechanism", "SCRAM-SHA-256");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + username
                        + "\" password=\"" + password + "\";");
        return settings;
    }

    private Map<String, Object> secure(String protocol, String address) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", String.valueOf(configuration.get(address)));
        settings.put("security.protocol", protocol);
        settings.put("enable.metrics.push", "false");
        for (String name : List.of("ssl.truststore.type", "ssl.truststore.certificates")) {
            settings.put(name, String.valueOf(configuration.get(name)));
        }
        return settings;
    }
}

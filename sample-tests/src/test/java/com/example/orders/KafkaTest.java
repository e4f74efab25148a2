package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.connection.KafkaConnection;
import io.github.aivenjunit.connection.SaslMechanism;
import io.github.aivenjunit.jupiter.AivenKafka;
import io.github.aivenjunit.jupiter.AivenKafkaAcl;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenTopic;
import io.github.aivenjunit.project.KafkaService;
import io.github.aivenjunit.spec.KafkaPermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Ordinary clients of Kafka, with the properties of the handle. */
@AivenProject
@AivenKafka(
        sasl = true,
        topics = {
            @AivenTopic(name = "orders", partitions = 3, config = "retention.ms=3600000"),
            @AivenTopic(name = "invoices")
        },
        users = "shipping",
        acls = @AivenKafkaAcl(user = "shipping", permission = KafkaPermission.READ, topic = "orders"))
class KafkaTest {

    @Test
    void sendsAndReceivesWithACertificate(KafkaService kafka) throws Exception {
        send(kafka.certificate(), "orders", "bolt");

        assertThat(receiveOne(kafka.certificate("shipping"), "orders")).isEqualTo("bolt");
    }

    @Test
    void sendsAndReceivesWithAPassword(KafkaService kafka) throws Exception {
        KafkaConnection connection = kafka.sasl(SaslMechanism.SCRAM_SHA_256);
        send(connection, "invoices", "two nuts");

        assertThat(receiveOne(connection, "invoices")).isEqualTo("two nuts");
    }

    @Test
    void limitsAUser(KafkaService kafka) {
        assertThatThrownBy(() -> send(kafka.certificate("shipping"), "invoices", "bolt"))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void looksAtTheCluster(KafkaService kafka) throws Exception {
        kafka.createTopic("returns");

        try (Admin admin = Admin.create(kafka.certificate().admin())) {
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).contains("orders", "invoices", "returns");
        }
    }

    private static void send(KafkaConnection connection, String topic, String value) throws Exception {
        try (var producer = new KafkaProducer<String, String>(
                connection.producer(StringSerializer.class, StringSerializer.class))) {
            producer.send(new ProducerRecord<>(topic, value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static String receiveOne(KafkaConnection connection, String topic) {
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<String, String>(
                connection.consumer("sample-" + topic, StringDeserializer.class, StringDeserializer.class))) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (values.isEmpty() && System.nanoTime() - deadline < 0) {
                consumer.poll(Duration.ofMillis(200)).forEach(found -> values.add(found.value()));
            }
        }
        return String.join(", ", values);
    }
}

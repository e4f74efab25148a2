package io.github.aivenjunit.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.aivenjunit.emulator.engine.KafkaPartition;
import io.github.aivenjunit.emulator.engine.KafkaRefusalException;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.KafkaSetting;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaTopicTests {

    @RegisterExtension
    final KafkaServers servers = new KafkaServers();

    @Test
    void aTopicOfTheControlPlaneIsThereForClients() throws Exception {
        KafkaServer server = servers.start();

        server.createTopic(new KafkaTopic("orders", 3, 1, Map.of("retention.ms", "60000")));

        try (Admin admin = servers.certified(server, "avnadmin").admin()) {
            assertThat(admin.describeTopics(List.of("orders")).allTopicNames().get(30, TimeUnit.SECONDS))
                    .hasEntrySatisfying(
                            "orders", topic -> assertThat(topic.partitions()).hasSize(3));
        }
    }

    @Test
    void aTopicOfAClientIsThereForTheControlPlane() throws Exception {
        KafkaServer server = servers.start();

        try (Admin admin = servers.certified(server, "avnadmin").admin()) {
            NewTopic topic = new NewTopic("orders", 2, (short) 1).configs(Map.of("cleanup.policy", "compact"));
            admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
        }
        servers.certified(server, "avnadmin").produce("by-itself", "one");

        assertThat(server.topics())
                .containsExactly(
                        new KafkaTopic("by-itself", 1, 1, Map.of()),
                        new KafkaTopic("orders", 2, 1, Map.of("cleanup.policy", "compact")));
    }

    @Test
    void aTopicCanBeChangedAndDeleted() throws Exception {
        KafkaServer server = servers.start();
        server.createTopic(new KafkaTopic("orders", 1, 1, Map.of("retention.ms", "1", "cleanup.policy", "compact")));

        server.configureTopic("orders", Map.of("retention.ms", "60000"));
        server.growTopic("orders", 4);

        assertThat(server.topic("orders")).contains(new KafkaTopic("orders", 4, 1, Map.of("retention.ms", "60000")));
        assertThat(server.topicSettings("orders"))
                .containsEntry("retention.ms", new KafkaSetting("60000", "DYNAMIC_TOPIC_CONFIG"))
                .containsEntry("cleanup.policy", new KafkaSetting("delete", "DEFAULT_CONFIG"));
        server.deleteTopic("orders");
        assertThat(server.topic("orders")).isEmpty();
        assertThat(server.topics()).isEmpty();
    }

    @Test
    void partitionsSayWhatTheyHold() throws Exception {
        KafkaServer server = servers.start();
        server.createTopic(new KafkaTopic("orders", 1, 1, Map.of()));
        servers.certified(server, "avnadmin").produce("orders", "one");

        assertThat(server.partitions("orders")).singleElement().satisfies(partition -> {
            assertThat(partition)
                    .usingRecursiveComparison()
                    .ignoringFields("size")
                    .isEqualTo(new KafkaPartition(0, 1, 0, 1, 0));
            assertThat(partition.size()).isPositive();
        });
    }

    @Test
    void aRefusalIsTheBrokersOwn() throws Exception {
        KafkaServer server = servers.start();
        KafkaTopic topic = new KafkaTopic("orders", 1, 1, Map.of());
        server.createTopic(topic);

        assertRefused(() -> server.createTopic(topic), "TOPIC_ALREADY_EXISTS", "Topic 'orders' already exists.");
        assertRefused(
                () -> server.createTopic(new KafkaTopic("three", 1, 3, Map.of())),
                "INVALID_REPLICATION_FACTOR",
                "Unable to replicate the partition 3 time(s): The target replication factor of 3 cannot be reached"
                        + " because only 1 broker(s) are registered or some brokers have all their log directories"
                        + " cordoned.");
        assertRefused(
                () -> server.createTopic(new KafkaTopic("no spaces", 1, 1, Map.of())),
                "INVALID_TOPIC_EXCEPTION",
                "Topic name is invalid: 'no spaces' contains one or more characters other than ASCII alphanumerics,"
                        + " '.', '_' and '-'");
        assertRefused(
                () -> server.createTopic(new KafkaTopic("odd", 1, 1, Map.of("retention.ms", "soon"))),
                "INVALID_CONFIG",
                "Invalid value soon for configuration retention.ms: Not a number of type LONG");
        assertRefused(() -> server.growTopic("orders", 1), "INVALID_PARTITIONS", "Topic already has 1 partition(s).");
        assertRefused(
                () -> server.deleteTopic("unknown"),
                "UNKNOWN_TOPIC_OR_PARTITION",
                "This server does not host this topic-partition.");
    }

    @Test
    void settingsOfTheServiceReachTheBroker() throws Exception {
        KafkaServer server = servers.create(
                servers.engine(),
                Map.of(
                        "kafka",
                        Map.of(
                                "num_partitions", 5,
                                "auto_create_topics_enable", false,
                                "min_insync_replicas", 2)));
        server.powerOn();

        assertThat(server.topics()).isEmpty();
        try (Admin admin = servers.certified(server, "avnadmin").admin()) {
            admin.createTopics(List.of(new NewTopic("orders", Optional.empty(), Optional.empty())))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
        assertThat(server.topics()).containsExactly(new KafkaTopic("orders", 5, 1, Map.of()));
    }

    private static void assertRefused(ThrowingCallable call, String error, String message) {
        assertThatThrownBy(call)
                .hasMessage(message)
                .asInstanceOf(type(KafkaRefusalException.class))
                .extracting(KafkaRefusalException::error)
                .isEqualTo(error);
    }
}

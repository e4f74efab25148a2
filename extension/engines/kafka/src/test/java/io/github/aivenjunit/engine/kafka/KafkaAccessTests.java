package io.github.aivenjunit.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.AivenAcl;
import io.github.aivenjunit.emulator.engine.AivenAcl.Permission;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.KafkaAcl;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaAccessTests {

    private static final Credentials BOB = new Credentials("bob", "AVNS_bob");

    @RegisterExtension
    final KafkaServers servers = new KafkaServers();

    @Test
    void aUserWithoutAnyRuleIsRefusedWhateverTheLogin() throws Exception {
        KafkaServer server = startWithOrders();
        server.createUser(BOB);

        for (TestClient bob : List.of(servers.certified(server, "bob"), servers.login(server, "SCRAM-SHA-256", BOB))) {
            assertThatThrownBy(() -> bob.produce("orders", "one")).isInstanceOf(TopicAuthorizationException.class);
            assertThatThrownBy(() -> bob.consume("orders", 1))
                    .isInstanceOfAny(TopicAuthorizationException.class, GroupAuthorizationException.class);
        }
    }

    @Test
    void aivensRulesFollowTheirPatterns() throws Exception {
        KafkaServer server = startWithOrders();
        server.createTopic(new KafkaTopic("invoices", 1, 1, Map.of()));
        server.replaceAivenAcls(
                List.of(new AivenAcl("b*", Permission.WRITE, "ord?rs"), new AivenAcl("carol", Permission.READ, "*")));

        servers.certified(server, "bob").produce("orders", "one");
        assertThat(servers.certified(server, "carol").consume("orders", 1)).containsExactly("one");

        assertThatThrownBy(() -> servers.certified(server, "bob").produce("invoices", "one"))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> servers.certified(server, "bob").consume("orders", 1))
                .isInstanceOf(GroupAuthorizationException.class);
        assertThatThrownBy(() -> servers.certified(server, "carol")
                        .with("enable.idempotence", "false")
                        .produce("orders", "two"))
                .isInstanceOf(TopicAuthorizationException.class);

        server.replaceAivenAcls(List.of());
        assertThatThrownBy(() -> servers.certified(server, "bob").produce("orders", "three"))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void onlyAdminPermissionCreatesTopics() throws Exception {
        KafkaServer server = servers.start();
        server.replaceAivenAcls(
                List.of(new AivenAcl("bob", Permission.ADMIN, "*"), new AivenAcl("carol", Permission.READWRITE, "*")));

        create(servers.certified(server, "bob"), "by-bob");
        assertThatThrownBy(() -> create(servers.certified(server, "carol"), "by-carol"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);

        assertThat(server.topics()).extracting(KafkaTopic::name).containsExactly("by-bob");
    }

    @Test
    void aWriterMayUseTransactions() throws Exception {
        KafkaServer server = startWithOrders();
        server.replaceAivenAcls(List.of(new AivenAcl("bob", Permission.WRITE, "orders")));

        servers.certified(server, "bob").produceInTransaction("orders", "one");

        assertThat(servers.certified(server, "avnadmin")
                        .with("isolation.level", "read_committed")
                        .consume("orders", 1))
                .containsExactly("one");
    }

    @Test
    void kafkasRulesAllowAndTheirDenialBeatsAivensRules() throws Exception {
        KafkaServer server = startWithOrders();
        KafkaAcl allowed = new KafkaAcl("User:bob", "*", "Topic", "ord", "PREFIXED", "Write", "ALLOW");
        KafkaAcl denied = new KafkaAcl("User:carol", "*", "Topic", "orders", "LITERAL", "All", "DENY");

        server.createKafkaAcl(allowed);
        server.createKafkaAcl(allowed);
        server.createKafkaAcl(denied);
        server.replaceAivenAcls(List.of(new AivenAcl("carol", Permission.READWRITE, "*")));

        assertThat(server.kafkaAcls()).containsExactlyInAnyOrder(allowed, denied);
        servers.certified(server, "bob").produce("orders", "one");
        assertThatThrownBy(() -> servers.certified(server, "carol").produce("orders", "two"))
                .isInstanceOf(TopicAuthorizationException.class);
        server.deleteKafkaAcl(denied);
        servers.certified(server, "carol").produce("orders", "three");
        server.deleteKafkaAcl(allowed);
        assertThat(server.kafkaAcls()).isEmpty();
    }

    private KafkaServer startWithOrders() throws IOException, InterruptedException {
        KafkaServer server = servers.start();
        server.createTopic(new KafkaTopic("orders", 1, 1, Map.of()));
        return server;
    }

    private static void create(TestClient client, String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = client.admin()) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
    }
}

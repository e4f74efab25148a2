package io.github.aivenjunit.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.engine.Credentials;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the emulated API promises about Kafka, kept by a real broker. */
class KafkaControlPlaneTests {

    @RegisterExtension
    final KafkaServers servers = new KafkaServers();

    @Test
    void topicsOfTheApiAndOfClientsShowOnBothSides() throws Exception {
        try (ControlPlane api = new ControlPlane(servers.engine())) {
            api.post(
                    "/topic",
                    "{'topic_name':'orders','partitions':2,'replication':3,"
                            + "'config':{'min_insync_replicas':2,'retention_ms':60000}}");
            TestClient admin = api.certified("avnadmin");
            admin.produce("orders", "one");
            assertThat(admin.consume("orders", 1)).containsExactly("one");
            create(admin, "by-client", 3);

            assertThat(api.topics()).containsExactly("by-client 3 ACTIVE", "orders 2 ACTIVE");
            JsonNode topic = api.get("/topic/orders").path("topic");
            assertThat(topic.path("replication").asInt()).isEqualTo(3);
            assertThat(topic.at("/config/retention_ms").toString())
                    .startsWith("{\"source\":\"topic_config\",\"value\":60000,");
            assertThat(topic.at("/config/compression_type/value").asText()).isEqualTo("producer");
            assertThat(topic.path("partitions")).anySatisfy(partition -> {
                assertThat(partition.path("latest_offset").asInt()).isEqualTo(1);
                assertThat(partition.path("size").asInt()).isPositive();
                assertThat(partition.path("isr").asInt()).isEqualTo(3);
            });

            api.put("/topic/by-client", "{'partitions':4,'config':{'cleanup_policy':'compact'}}");
            api.delete("/topic/orders");
            assertThat(api.topics()).containsExactly("by-client 4 ACTIVE");
            try (Admin client = admin.admin()) {
                assertThat(client.listTopics().names().get(30, TimeUnit.SECONDS))
                        .containsExactly("by-client");
            }
        }
    }

    @Test
    void theBrokersReasonReachesTheCaller() throws Exception {
        try (ControlPlane api = new ControlPlane(servers.engine())) {
            JsonNode invalid = api.post("/topic", "{'topic_name':'orders','config':{'retention_ms':-5}}");
            assertThat(invalid.at("/errors/0/error_code").asText()).isEqualTo("kafka_topic_invalid_config");
            assertThat(invalid.path("message").asText()).contains("retention.ms");
            api.post("/topic", "{'topic_name':'orders','partitions':2}");
            JsonNode fewer = api.put("/topic/orders", "{'partitions':1}");
            assertThat(fewer.at("/errors/0/status").asInt()).isEqualTo(400);
            assertThat(api.topics()).containsExactly("orders 2 ACTIVE");
            create(api.certified("avnadmin"), "taken", 1);
            assertThat(api.post("/topic", "{'topic_name':'taken'}")
                            .at("/errors/0/error_code")
                            .asText())
                    .isEqualTo("kafka_topic_already_exists");
        }
    }

    @Test
    void aUserMayDoWhatTheRulesAllow() throws Exception {
        try (ControlPlane api = new ControlPlane(servers.engine())) {
            api.post("/topic", "{'topic_name':'orders'}");
            api.post("/user", "{'username':'app'}");
            TestClient certified = api.certified("app");
            TestClient login = api.login("app", "SCRAM-SHA-512");
            for (TestClient app : List.of(certified, login)) {
                assertThatThrownBy(() -> app.produce("orders", "no")).isInstanceOf(TopicAuthorizationException.class);
            }

            String id = api.post("/acl", "{'permission':'readwrite','topic':'ord*','username':'app'}")
                    .at("/acl/1/id")
                    .asText();
            certified.produce("orders", "certificate");
            login.produce("orders", "scram");
            api.login("app", "PLAIN").produce("orders", "plain");
            assertThat(certified.consume("orders", 3)).containsExactlyInAnyOrder("certificate", "scram", "plain");

            api.delete("/acl/" + id);
            assertThatThrownBy(() -> certified.produce("orders", "no")).isInstanceOf(TopicAuthorizationException.class);
            JsonNode rule = api.post(
                    "/kafka/acl",
                    "{'principal':'User:app','operation':'All','resource_type':'Topic','resource_name':'orders',"
                            + "'pattern_type':'LITERAL','permission_type':'ALLOW'}");
            certified.produce("orders", "native");
            assertThat(api.get("/kafka/acl").at("/kafka_acl/0/id")).isEqualTo(rule.at("/acl/id"));
            api.delete("/kafka/acl/" + rule.at("/acl/id").asText());
            assertThatThrownBy(() -> certified.produce("orders", "no")).isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void aPasswordThatWasResetIsTheOnlyOne() throws Exception {
        try (ControlPlane api = new ControlPlane(servers.engine())) {
            api.post("/topic", "{'topic_name':'orders'}");
            api.post("/user", "{'username':'app'}");
            api.post("/acl", "{'permission':'write','topic':'orders','username':'app'}");
            Credentials old = new Credentials("app", api.password("app"));

            api.put("/user/app/credentials/reset", "{}");

            assertThat(api.password("app")).isNotEqualTo(old.password());
            api.login("app", "SCRAM-SHA-256").produce("orders", "new");
            assertThatThrownBy(() -> api.login(old, "SCRAM-SHA-256").produce("orders", "old"))
                    .isInstanceOf(SaslAuthenticationException.class);
            Credentials last = new Credentials("app", api.password("app"));
            api.delete("/user/app");
            assertThatThrownBy(() -> api.login(last, "PLAIN").produce("orders", "gone"))
                    .isInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void aPowerCycleKeepsTopicsUsersAndRules() throws Exception {
        try (ControlPlane api = new ControlPlane(servers.engine())) {
            api.post("/topic", "{'topic_name':'orders','partitions':2,'replication':2,'topic_description':'all'}");
            api.post("/user", "{'username':'app'}");
            api.post("/acl", "{'permission':'write','topic':'orders','username':'app'}");

            api.put("", "{'powered':false}");
            assertThat(api.get("/topic").at("/errors/0/error_code").asText()).isEqualTo("kafka_service_unavailable");
            api.put("", "{'powered':true}");
            api.awaitRunning();

            assertThat(api.topics()).containsExactly("orders 2 ACTIVE");
            assertThat(api.get("/topic/orders").at("/topic/topic_description").asText())
                    .isEqualTo("all");
            api.certified("app").produce("orders", "certificate");
            api.login("app", "SCRAM-SHA-256").produce("orders", "password");
        }
    }

    private static void create(TestClient client, String topic, int partitions) throws Exception {
        try (Admin admin = client.admin()) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }
}

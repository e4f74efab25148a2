package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaMalformedInputTests {

    private static final List<String> VALUES = List.of(
            "null",
            "0",
            "-1",
            "1.5",
            "1e400",
            "99999999999999999999",
            "true",
            "''",
            "'\\u0000'",
            "'../..'",
            "[]",
            "[null]",
            "[{}]",
            "[1]",
            "{}",
            "{'a':{}}",
            "{'retention_ms':99999999999999999999}",
            "{'min_cleanable_dirty_ratio':1e400}");

    private static final String TOPIC = "'topic_name':'new'";
    private static final String ACL = "'permission':'read','topic':'a','username':'a'";
    private static final String NATIVE = "'principal':'User:a','operation':'Read','resource_type':'Topic',"
            + "'resource_name':'a','pattern_type':'LITERAL','permission_type':'ALLOW'";
    private static final String CONNECTOR = "'name':'sink','connector.class':'io.aiven.connect.jdbc.JdbcSinkConnector'";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.engines(List.of()));

    private final KafkaApi kafka = new KafkaApi(emulator);

    @Test
    void noBodyMakesTheEmulatorFail() {
        kafka.createService("business-4", "{'kafka_connect':true}");
        kafka.topic("orders");

        for (String property : List.of(
                "topic_name",
                "partitions",
                "replication",
                "config",
                "tags",
                "retention_bytes",
                "retention_hours",
                "min_insync_replicas",
                "cleanup_policy",
                "topic_description",
                "owner_user_group_id",
                "topic_names",
                "permission",
                "topic",
                "username",
                "principal",
                "host",
                "resource_name",
                "user",
                "client-id",
                "consumer_byte_rate",
                "request_percentage",
                "name",
                "connector.class")) {
            for (String value : VALUES) {
                String last = "'" + property + "':" + value + "}";
                requireAnswer(kafka.post("/topic", body(TOPIC, property, last)), last);
                requireAnswer(kafka.put("/topic/orders", "{" + last), last);
                requireAnswer(kafka.describe("{" + last), last);
                requireAnswer(kafka.post("/acl", body(ACL, property, last)), last);
                requireAnswer(kafka.post("/kafka/acl", body(NATIVE, property, last)), last);
                requireAnswer(kafka.post("/quota", "{" + last), last);
                requireAnswer(kafka.post("/connectors", body(CONNECTOR, property, last)), last);
                kafka.delete("/topic/new");
            }
        }
        for (String path : List.of("/topic", "/topic/orders", "/acl", "/kafka/acl", "/quota", "/connectors")) {
            assertThat(kafka.get(path).status()).as(path).isEqualTo(200);
        }
    }

    /** A body that is good but for one property. */
    private static String body(String good, String property, String last) {
        return "{" + good.replaceAll("'" + property + "':'[^']*',?", "").replaceAll(",$", "") + "," + last;
    }

    private static void requireAnswer(TestEmulator.Answer answer, String body) {
        assertThat(answer.status()).as(() -> body + " " + answer.text()).isBetween(200, 499);
    }
}

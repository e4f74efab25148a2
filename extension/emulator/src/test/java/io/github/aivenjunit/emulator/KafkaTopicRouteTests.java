package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.time.BuildTimes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Topics of a service without an engine. */
class KafkaTopicRouteTests {

    private static final Duration BUILD = Duration.ofMinutes(5);

    @RegisterExtension
    final TestEmulator emulator =
            new TestEmulator(builder -> builder.engines(List.of()).buildTimes(BuildTimes.fixed(BUILD)));

    private final KafkaApi kafka = new KafkaApi(emulator);

    private void running(String plan) {
        kafka.createService(plan, "{}");
        emulator.advance(BUILD);
    }

    @Test
    void aTopicIsConfiguringAtFirstAndActiveLater() {
        running("business-4");
        kafka.topic("orders");

        assertThat(kafka.read("orders")).isEqualTo("CONFIGURING");
        emulator.advance(Duration.ofSeconds(30));
        assertThat(kafka.read("orders")).isEqualTo("ACTIVE");
        assertThat(kafka.get("/topic").at("/topics/0/state").asText()).isEqualTo("ACTIVE");
    }

    @Test
    void aDeletedTopicIsDeletingAtFirstAndThenGone() {
        running("business-4");
        kafka.topic("orders");

        assertThat(kafka.delete("/topic/orders").message()).isEqualTo("200 deleted");
        assertThat(kafka.read("orders")).isEqualTo("DELETING");
        assertThat(kafka.get("/topic").at("/topics/0/state").asText()).isEqualTo("DELETING");
        assertThat(kafka.post("/topic", "{'topic_name':'orders'}").message())
                .isEqualTo("409 Topic 'orders' already exists");
        emulator.advance(Duration.ofSeconds(30));
        assertThat(kafka.read("orders")).isEqualTo("404 Topic 'orders' does not exist");
        assertThat(kafka.listed()).isEmpty();
        kafka.topic("orders");
    }

    @Test
    void partitionsAreANumberInTheListAndAnArrayInTheRead() {
        running("business-4");
        kafka.post("/topic", "{'topic_name':'orders','partitions':2,'replication':2}");

        JsonNode listed = kafka.get("/topic").at("/topics/0");
        JsonNode read = kafka.get("/topic/orders").at("/topic");

        assertThat(listed.path("partitions").asInt()).isEqualTo(2);
        assertThat(listed.path("replication").asInt()).isEqualTo(2);
        assertThat(read.path("partitions")).hasSize(2);
        assertThat(read.at("/partitions/1").toString())
                .isEqualTo("{\"partition\":1,\"isr\":2,\"earliest_offset\":0,\"latest_offset\":0,\"size\":0,"
                        + "\"consumer_groups\":[]}");
    }

    @Test
    void settingsTellTheirValueAndWhereItComesFrom() {
        running("business-4");
        kafka.post(
                "/topic",
                "{'topic_name':'orders','retention_hours':2,'cleanup_policy':'compact','min_insync_replicas':2,"
                        + "'config':{'retention_bytes':1000,'preallocate':true},'topic_description':'all orders',"
                        + "'tags':[{'key':'team','value':'shop'}]}");

        JsonNode topic = kafka.get("/topic/orders").at("/topic");

        assertThat(topic.at("/config/retention_ms").toString())
                .isEqualTo("{\"source\":\"topic_config\",\"value\":7200000,\"synonyms\":"
                        + "[{\"name\":\"retention_ms\",\"source\":\"topic_config\",\"value\":7200000}]}");
        assertThat(topic.at("/config/segment_ms/source").asText()).isEqualTo("default_config");
        assertThat(topic.at("/config/segment_ms/value").asLong()).isEqualTo(604_800_000);
        assertThat(topic.at("/config/preallocate/value").booleanValue()).isTrue();
        assertThat(topic.at("/config/min_cleanable_dirty_ratio/value").doubleValue())
                .isEqualTo(0.5);
        assertThat(topic.at("/config/min_insync_replicas/value").asInt()).isEqualTo(2);
        assertThat(topic.path("retention_hours").asInt()).isEqualTo(2);
        assertThat(topic.path("retention_bytes").asInt()).isEqualTo(1000);
        assertThat(topic.path("cleanup_policy").asText()).isEqualTo("compact");
        assertThat(topic.path("min_insync_replicas").asInt()).isEqualTo(2);
        assertThat(topic.path("topic_description").asText()).isEqualTo("all orders");
        assertThat(topic.path("owner_user_group_id").isNull()).isTrue();
        assertThat(topic.path("tags").toString()).isEqualTo("[{\"key\":\"team\",\"value\":\"shop\"}]");
    }

    @Test
    void anUpdateChangesWhatItNamesAndNullResetsASetting() {
        running("business-4");
        kafka.post(
                "/topic",
                "{'topic_name':'orders','topic_description':'all','config':{'retention_ms':1,'segment_ms':2}}");

        assertThat(kafka.put(
                                "/topic/orders",
                                "{'partitions':4,'replication':1,'config':{'retention_ms':null,'segment_bytes':100},"
                                        + "'tags':[{'key':'a','value':''}]}")
                        .message())
                .isEqualTo("200 updated");

        JsonNode topic = kafka.get("/topic/orders").at("/topic");
        assertThat(topic.path("partitions")).hasSize(4);
        assertThat(topic.path("replication").asInt()).isEqualTo(1);
        assertThat(topic.at("/config/retention_ms/source").asText()).isEqualTo("default_config");
        assertThat(topic.at("/config/segment_ms/value").asInt()).isEqualTo(2);
        assertThat(topic.at("/config/segment_bytes/value").asInt()).isEqualTo(100);
        assertThat(topic.path("topic_description").asText()).isEqualTo("all");
        assertThat(topic.at("/tags/0/key").asText()).isEqualTo("a");
        kafka.put("/topic/orders", "{'tags':null,'config':null,'partitions':null}");
        assertThat(kafka.get("/topic/orders").at("/topic")).isEqualTo(topic);
    }

    @Test
    void partitionsCannotShrink() {
        running("business-4");
        kafka.post("/topic", "{'topic_name':'orders','partitions':3}");

        TestEmulator.Answer answer =
                kafka.put("/topic/orders", "{'partitions':2,'topic_description':'never','config':{'segment_ms':2}}");

        assertThat(answer.message())
                .isEqualTo("400 The topic orders currently has 3 partition(s); 2 would not be an increase.");
        assertThat(answer.at("/errors/0/error_code").asText()).isEqualTo("kafka_topic_invalid_config");
        JsonNode topic = kafka.get("/topic/orders").at("/topic");
        assertThat(topic.path("partitions")).hasSize(3);
        assertThat(topic.path("topic_description").isNull()).isTrue();
        assertThat(topic.at("/config/segment_ms/source").asText()).isEqualTo("default_config");
        assertThat(kafka.put("/topic/orders", "{'partitions':3}").status()).isEqualTo(200);
    }

    @Test
    void aTopicNeedsAsManyBrokersAsReplicas() {
        running("business-4");

        assertThat(kafka.post("/topic", "{'topic_name':'orders','replication':4}")
                        .message())
                .isEqualTo("409 Cluster only has 3 broker(s), cannot set replication factor to 4");
        kafka.topic("orders");
        assertThat(kafka.get("/topic/orders").at("/topic/replication").asInt()).isEqualTo(3);
        assertThat(kafka.put("/topic/orders", "{'replication':4}").message())
                .isEqualTo("409 Cluster only has 3 broker(s), cannot set replication factor to 4");
    }

    @Test
    void aNameMustBeLegalAndFree() {
        running("business-4");
        kafka.topic("a.b_c-1");

        assertThat(kafka.post("/topic", "{'topic_name':'a b'}").message())
                .isEqualTo("400 Invalid input: 'a b' does not match '^(?!\\.{1,2}$)[a-zA-Z0-9._-]+$'");
        assertThat(kafka.post("/topic", "{'topic_name':'..'}").status()).isEqualTo(400);
        assertThat(kafka.post("/topic", "{'topic_name':''}").message()).isEqualTo("400 Invalid input: '' is too short");
        assertThat(kafka.post("/topic", "{'topic_name':'" + "a".repeat(250) + "'}")
                        .message())
                .endsWith(" is too long");
        assertThat(kafka.post("/topic", "{}").message())
                .isEqualTo("400 Invalid input: 'topic_name' is a required property");
        TestEmulator.Answer taken = kafka.post("/topic", "{'topic_name':'a.b_c-1'}");
        assertThat(taken.message()).isEqualTo("409 Topic 'a.b_c-1' already exists");
        assertThat(taken.at("/errors/0/error_code").asText()).isEqualTo("kafka_topic_already_exists");
        kafka.topic("a".repeat(249));
    }

    @Test
    void settingsAreCheckedBeforeAnythingIsMade() {
        running("business-4");

        TestEmulator.Answer unknown = kafka.post("/topic", "{'topic_name':'orders','config':{'retention_millis':1}}");
        assertThat(unknown.message()).isEqualTo("400 Unknown topic config name: retention.millis");
        assertThat(unknown.at("/errors/0/error_code").asText()).isEqualTo("kafka_topic_invalid_config");
        assertThat(kafka.post("/topic", "{'topic_name':'orders','config':{'retention_ms':'1h'}}")
                        .message())
                .isEqualTo("400 Invalid input: '1h' is not of type 'integer', 'null'");
        assertThat(kafka.post("/topic", "{'topic_name':'orders','config':{'segment_bytes':1}}")
                        .message())
                .isEqualTo("400 Invalid input: 1 is less than the minimum of 14");
        assertThat(kafka.post("/topic", "{'topic_name':'orders','config':{'retention_ms':99999999999999999999}}")
                        .message())
                .isEqualTo("400 Invalid value 99999999999999999999 for configuration retention.ms:"
                        + " Not a number of type LONG");
        assertThat(kafka.post("/topic", "{'topic_name':'orders','cleanup_policy':'keep'}")
                        .message())
                .isEqualTo("400 Invalid input: 'keep' is not one of ['delete', 'compact', 'compact,delete', None]");
        assertThat(kafka.post("/topic", "{'topic_name':'orders','partitions':0}")
                        .message())
                .isEqualTo("400 Invalid input: 0 is less than the minimum of 1");
        assertThat(kafka.listed()).isEmpty();
    }

    @Test
    void anUnknownTopicIsTold() {
        running("business-4");

        for (TestEmulator.Answer answer :
                List.of(kafka.get("/topic/nope"), kafka.put("/topic/nope", "{}"), kafka.delete("/topic/nope"))) {
            assertThat(answer.message()).isEqualTo("404 Topic 'nope' does not exist");
            assertThat(answer.at("/errors/0/error_code").asText()).isEqualTo("kafka_topic_not_found");
        }
    }

    @Test
    void internalTopicsAreNotForTheApi() {
        running("business-4");

        TestEmulator.Answer answer = kafka.delete("/topic/__consumer_offsets");
        assertThat(answer.message()).isEqualTo("409 Topic '__consumer_offsets' is reserved");
        assertThat(answer.at("/errors/0/error_code").asText()).isEqualTo("kafka_topic_reserved");
        assertThat(kafka.post("/topic", "{'topic_name':'_schemas'}").status()).isEqualTo(409);
    }

    @Test
    void aBatchIsDescribedAsAWholeOrNotAtAll() {
        running("business-4");
        kafka.topic("orders");
        kafka.topic("invoices");

        TestEmulator.Answer both = kafka.describe("{'topic_names':['orders','invoices']}");

        assertThat(KafkaApi.texts(both.at("/topics"), "topic_name")).containsExactly("orders", "invoices");
        assertThat(both.at("/topics/0/partitions")).hasSize(1);
        assertThat(kafka.describe("{'topic_names':['orders','nope']}").message())
                .isEqualTo("404 Topic 'nope' does not exist");
        assertThat(kafka.describe("{}").message()).isEqualTo("400 Invalid input: 'topic_names' is a required property");
        assertThat(emulator.post("/v2" + KafkaApi.SERVICE, "{}").status()).isEqualTo(404);
        assertThat(emulator.post("//v2" + KafkaApi.SERVICE + "/topic", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void topicsNeedAServiceThatHasBeenRunning() {
        kafka.createService("business-4", "{}");
        TestEmulator.Answer building = kafka.post("/topic", "{'topic_name':'orders'}");
        assertThat(building.message()).isEqualTo("503 Kafka service is not available");
        assertThat(building.at("/errors/0/error_code").asText()).isEqualTo("kafka_service_unavailable");
        emulator.advance(BUILD);
        kafka.topic("orders");

        kafka.put("", "{'plan':'business-8'}");
        assertThat(kafka.listed()).as("while new machines are built").containsExactly("orders");
        kafka.put("", "{'powered':false}");
        assertThat(kafka.get("/topic").message()).isEqualTo("503 Kafka service is not available");
        kafka.put("", "{'powered':true}");
        assertThat(kafka.get("/topic").status()).isEqualTo(503);
        emulator.advance(BUILD);
        assertThat(kafka.listed()).containsExactly("orders");
    }

    @Test
    void theFreePlanHasFewTopicsWithFewPartitions() {
        running("free-0");

        assertThat(kafka.post("/topic", "{'topic_name':'orders','partitions':3}")
                        .message())
                .isEqualTo("400 Plan 'free-0' does not allow more than 2 partitions per topic");
        for (int i = 1; i <= 5; i++) {
            kafka.topic("topic-" + i);
        }
        assertThat(kafka.post("/topic", "{'topic_name':'topic-6'}").message())
                .isEqualTo("400 Plan 'free-0' does not allow more than 5 topics");
        assertThat(kafka.put("/topic/topic-1", "{'partitions':3}").status()).isEqualTo(400);
    }

    @Test
    void kafkaConnectNeedsALargerPlan() {
        emulator.project("orders");
        String body = "{'service_name':'events','service_type':'kafka','plan':'startup-2','user_config':"
                + "{'kafka_connect':true}}";

        assertThat(emulator.post("/project/orders/service", body).message())
                .isEqualTo("403 Current service plan does not include the Kafka Connect option");
        emulator.service("orders", body.replace("startup-2", "business-4"));
        assertThat(kafka.put("", "{'plan':'startup-2'}").status()).isEqualTo(403);
    }

    @Test
    void otherServicesHaveNoTopics() {
        emulator.project("orders");
        emulator.service("orders", "events", "valkey", "startup-4");

        for (String path : List.of("/topic", "/acl", "/kafka/acl", "/quota")) {
            assertThat(kafka.get(path).message()).isEqualTo("400 Service type 'valkey' is not Kafka");
        }
    }
}

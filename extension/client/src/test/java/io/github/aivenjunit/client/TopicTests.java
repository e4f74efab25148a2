package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.ConsumerGroupOffset;
import io.github.aivenjunit.client.model.Topic;
import io.github.aivenjunit.client.model.TopicConfigValue;
import io.github.aivenjunit.client.model.TopicCreate;
import io.github.aivenjunit.client.model.TopicPartition;
import io.github.aivenjunit.client.model.TopicState;
import io.github.aivenjunit.client.model.TopicSummary;
import io.github.aivenjunit.client.model.TopicTag;
import io.github.aivenjunit.client.model.TopicUpdate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TopicTests {

    private static final String TOPICS = "/v1/project/p1/service/k/topic";
    private static final String TOPIC = TOPICS + "/a%2Fb";
    private static final String LAG = "Failed to fetch Kafka topic: a/b";
    private static final String CREATED = "{\"message\": \"created\"}";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void theListCountsPartitions() throws InterruptedException {
        api.answers("""
                {"topics": [{"topic_name": "orders", "state": "CONFIGURING", "partitions": 3, "replication": 2,
                  "min_insync_replicas": 1, "cleanup_policy": "compact", "retention_bytes": -1, "retention_hours": 168,
                  "tags": [{"key": "run", "value": "42"}], "topic_description": "d", "owner_user_group_id": "ug1",
                  "diskless_enable": false}, {"topic_name": "bare", "state": "NEW"}]}""");

        assertThat(api.client().topics().list("p1", "k"))
                .containsExactly(
                        new TopicSummary(
                                "orders",
                                TopicState.CONFIGURING,
                                3,
                                2,
                                1,
                                "compact",
                                Optional.of(-1L),
                                Optional.of(168L),
                                List.of(new TopicTag("run", "42")),
                                Optional.of("d"),
                                Optional.of("ug1")),
                        new TopicSummary(
                                "bare",
                                new TopicState("NEW"),
                                0,
                                0,
                                0,
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.empty(),
                                Optional.empty()));
        api.received("GET", TOPICS);
    }

    @Test
    void getReadsPartitionsAsObjectsAndEverySettingAsText() throws InterruptedException {
        api.answers("""
                {"topic": {"topic_name": "a/b", "state": "ACTIVE", "replication": 2, "topic_description": null,
                  "partitions": [{"partition": 0, "isr": 2, "earliest_offset": 1, "latest_offset": 9, "size": 120,
                    "consumer_groups": [{"group_name": "g", "offset": 7}]}],
                  "config": {"retention_ms": {"value": 604800000, "source": "topic_config", "synonyms": []},
                    "preallocate": {"value": false, "source": "default_config"},
                    "cleanup_policy": {"value": "delete", "source": "default_config"}}, "tags": []}}""");

        assertThat(api.client().topics().get("p1", "k", "a/b"))
                .isEqualTo(new Topic(
                        "a/b",
                        TopicState.ACTIVE,
                        2,
                        List.of(new TopicPartition(0, 2, 1, 9, 120, List.of(new ConsumerGroupOffset("g", 7)))),
                        Map.of(
                                "retention_ms",
                                new TopicConfigValue("604800000", "topic_config"),
                                "preallocate",
                                new TopicConfigValue("false", "default_config"),
                                "cleanup_policy",
                                new TopicConfigValue("delete", "default_config")),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
        api.received("GET", TOPIC);
    }

    @Test
    void aTopicBeingCreatedIsNotReadyAndNotAskedForTwice() {
        api.fails(501, LAG);

        assertThatThrownBy(() -> api.client().topics().get("p1", "k", "a/b"))
                .isExactlyInstanceOf(AivenApiException.NotReady.class)
                .hasMessage("GET " + TOPIC + " failed with 501: " + LAG
                        + ". Ask again until it is there: a new topic takes up to a minute.");
        assertThat(api.server().getRequestCount()).isEqualTo(1);
    }

    @Test
    void findIsEmptyUntilTheTopicCanBeRead() throws InterruptedException {
        api.fails(404, "Topic not found")
                .fails(501, LAG)
                .answers("{\"topic\": {\"topic_name\": \"a/b\", \"state\": \"CONFIGURING\"}}");
        TopicApi topics = api.client().topics();

        assertThat(topics.find("p1", "k", "a/b")).isEmpty();
        assertThat(topics.find("p1", "k", "a/b")).isEmpty();
        assertThat(topics.find("p1", "k", "a/b").map(Topic::state)).contains(TopicState.CONFIGURING);
        assertThat(api.receivedPaths()).hasSize(3).containsOnly("GET " + TOPIC);
    }

    @Test
    void createSendsWhatIsAskedForAndNothingElse() throws InterruptedException {
        api.answers(CREATED).answers(CREATED);
        TopicApi topics = api.client().topics();

        topics.create("p1", "k", TopicCreate.of("orders"));
        topics.create(
                "p1",
                "k",
                TopicCreate.of("orders")
                        .withPartitions(3)
                        .withReplication(2)
                        .withConfig(Map.of("retention_ms", 1000, "preallocate", true))
                        .withTags(List.of(new TopicTag("run", "42")))
                        .withDescription("d"));

        api.received("POST", TOPICS, "{\"topic_name\": \"orders\"}");
        api.received("POST", TOPICS, """
                {"topic_name": "orders", "partitions": 3, "replication": 2,
                 "config": {"retention_ms": 1000, "preallocate": true}, "tags": [{"key": "run", "value": "42"}],
                 "topic_description": "d"}""");
    }

    @Test
    void updateSendsOnlyTheChanges() throws InterruptedException {
        api.answers("{}").answers("{}").fails(501, LAG).answers("{}");
        TopicApi topics = api.client().topics();

        topics.update("p1", "k", "a/b", TopicUpdate.none().withPartitions(6));
        topics.update(
                "p1",
                "k",
                "a/b",
                TopicUpdate.none()
                        .withReplication(2)
                        .withConfig(Map.of("retention_ms", 1))
                        .withTags(List.of())
                        .withDescription("d"));
        topics.update("p1", "k", "a/b", TopicUpdate.none());

        api.received("PUT", TOPIC, "{\"partitions\": 6}");
        api.received("PUT", TOPIC, """
                {"replication": 2, "config": {"retention_ms": 1}, "tags": [], "topic_description": "d"}""");
        // Not ready passes while the client waits to write.
        api.received("PUT", TOPIC);
        api.received("PUT", TOPIC);
    }

    @Test
    void aLostCreateIsReadBack() throws InterruptedException {
        api.losesTheAnswer()
                .answers("{\"topic\": {\"topic_name\": \"a/b\", \"replication\": 2, \"partitions\": [{}, {}]}}");

        api.client()
                .topics()
                .create("p1", "k", TopicCreate.of("a/b").withPartitions(2).withReplication(2));

        assertThat(api.receivedPaths()).containsExactly("POST " + TOPICS, "GET " + TOPIC);
    }

    @Test
    void aLostCreateOfATopicNotReadyYetWorked() throws InterruptedException {
        api.losesTheAnswer().fails(501, LAG);

        api.client().topics().create("p1", "k", TopicCreate.of("a/b").withPartitions(2));

        assertThat(api.receivedPaths()).containsExactly("POST " + TOPICS, "GET " + TOPIC);
    }

    @Test
    void aLostCreateThatLeftNothingIsRepeated() throws InterruptedException {
        api.losesTheAnswer().fails(404, "Topic not found").answers(CREATED);

        api.client().topics().create("p1", "k", TopicCreate.of("a/b"));

        assertThat(api.receivedPaths()).containsExactly("POST " + TOPICS, "GET " + TOPIC, "POST " + TOPICS);
    }

    @Test
    void aLostCreateThatMeetsAnotherTopicIsAConflict() {
        api.losesTheAnswer().answers("{\"topic\": {\"topic_name\": \"a/b\", \"partitions\": [{}]}}");

        assertThatThrownBy(() -> api.client()
                        .topics()
                        .create("p1", "k", TopicCreate.of("a/b").withPartitions(2)))
                .isExactlyInstanceOf(AivenApiException.Conflict.class)
                .hasMessage("POST " + TOPICS + " lost its answer, and what exists under the name is not what was asked"
                        + " for. Use another name, or change what exists instead.");
    }

    @Test
    void tooFewBrokersAreToldApart() {
        api.fails(409, "Cluster only has 1 broker(s), cannot set replication factor to 3");

        assertThatThrownBy(() -> api.client().topics().create("p1", "k", TopicCreate.of("a")))
                .isExactlyInstanceOf(AivenApiException.Conflict.class)
                .hasMessage("POST " + TOPICS
                        + " failed with 409: Cluster only has 1 broker(s), cannot set replication factor to 3. Use a"
                        + " smaller replication factor, or wait until all brokers of a new service have joined.");
    }

    @Test
    void deleteOfATopicThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{}").fails(404, "Topic not found").losesTheAnswer().fails(404, "Topic not found");
        TopicApi topics = api.client().topics();

        topics.delete("p1", "k", "a/b");
        topics.delete("p1", "k", "a/b");
        topics.delete("p1", "k", "a/b");

        assertThat(api.receivedPaths())
                .containsExactly("DELETE " + TOPIC, "DELETE " + TOPIC, "DELETE " + TOPIC, "GET " + TOPIC);
    }

    @Test
    void aLostDeleteOfATopicThatCannotBeReadIsRepeated() throws InterruptedException {
        api.losesTheAnswer().fails(501, LAG).answers("{}");

        api.client().topics().delete("p1", "k", "a/b");

        assertThat(api.receivedPaths()).containsExactly("DELETE " + TOPIC, "GET " + TOPIC, "DELETE " + TOPIC);
    }
}

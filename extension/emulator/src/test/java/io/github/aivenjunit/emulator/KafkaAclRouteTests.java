package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.KafkaAcl;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both kinds of access rules, and what a broker is told of them. */
class KafkaAclRouteTests {

    private static final String RULE = "{'permission':'read','topic':'orders*','username':'app'}";
    private static final String NATIVE = "{'principal':'User:app','operation':'Read','resource_type':'Topic',"
            + "'resource_name':'orders','pattern_type':'LITERAL','permission_type':'ALLOW'}";

    private final RecordingKafka engine = new RecordingKafka();

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.engines(List.of(engine)));

    private final KafkaApi kafka = new KafkaApi(emulator);

    private void running() {
        kafka.createService("business-4", "{}");
        await("RUNNING");
    }

    private void await(String state) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!emulator.read("orders", "events").path("state").asText().equals(state)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    @Test
    void everyAnswerIsTheWholeListAndTheBrokerGetsIt() {
        running();
        assertThat(kafka.get("/acl").text())
                .isEqualTo("{\"acl\":[{\"id\":\"default\",\"permission\":\"admin\",\"topic\":\"*\","
                        + "\"username\":\"avnadmin\"}]}");

        TestEmulator.Answer added = kafka.post("/acl", RULE);
        String id = added.at("/acl/1/id").asText();

        assertThat(id).matches("acl[0-9a-f]{11}");
        assertThat(KafkaApi.texts(added.at("/acl"), "username")).containsExactly("avnadmin", "app");
        assertThat(KafkaApi.texts(emulator.read("orders", "events").path("acl"), "id"))
                .containsExactly("default", id);
        assertThat(KafkaApi.texts(kafka.delete("/acl/default").at("/acl"), "id"))
                .containsExactly(id);
        assertThat(engine.calls)
                .containsExactly(
                        "replaceAivenAcls [avnadmin ADMIN *, app READ orders*]", "replaceAivenAcls [app READ orders*]");
    }

    @Test
    void aRuleMustMakeSense() {
        running();

        assertThat(kafka.post("/acl", "{'permission':'own','topic':'*','username':'app'}")
                        .message())
                .isEqualTo("400 Invalid input: 'own' is not one of ['admin', 'read', 'readwrite', 'write']");
        assertThat(kafka.post("/acl", "{'permission':'read','topic':'','username':'app'}")
                        .message())
                .isEqualTo("400 Invalid input: '' is too short");
        TestEmulator.Answer unknown = kafka.delete("/acl/nope");
        assertThat(unknown.message()).isEqualTo("404 ACL entry 'nope' does not exist");
        assertThat(unknown.at("/errors/0/error_code").asText()).isEqualTo("service_acl_not_found");
        assertThat(engine.calls).isEmpty();
    }

    @Test
    void thereCanBeTooManyRules() {
        running();
        for (int i = 1; i < 1000; i++) {
            assertThat(kafka.post("/acl", RULE).status()).isEqualTo(200);
        }

        TestEmulator.Answer tooMany = kafka.post("/acl", RULE);
        assertThat(tooMany.message()).isEqualTo("400 Too many ACL entries");
        assertThat(tooMany.at("/errors/0/error_code").asText()).isEqualTo("service_acl_too_many");
    }

    @Test
    void aBrokerThatStartsGetsTheLatestRulesBeforeAnybodySeesItRunning() {
        engine.startGate = new CountDownLatch(1);
        kafka.createService("business-4", "{}");
        kafka.post("/acl", RULE);
        kafka.delete("/acl/default");
        assertThat(engine.calls).isEmpty();

        engine.startGate.countDown();
        await("RUNNING");

        assertThat(engine.calls)
                .containsExactly("replaceAivenAcls [app READ orders*]", "replaceAivenAcls [app READ orders*]");
    }

    @Test
    void aRuleThatTheBrokerDidNotGetIsNotTold() {
        running();
        engine.refusal = Optional.of(new IOException("connection lost"));

        assertThat(kafka.post("/acl", RULE).message()).isEqualTo("503 An error occurred. Please try again later.");
        assertThat(kafka.get("/acl").at("/acl")).hasSize(1);
    }

    @Test
    void nativeRulesHaveIdsAndShowBesideAivens() {
        running();

        TestEmulator.Answer added = kafka.post("/kafka/acl", NATIVE);
        String id = added.at("/acl/id").asText();

        assertThat(added.text())
                .isEqualTo("{\"acl\":{\"id\":\"" + id + "\",\"host\":\"*\",\"operation\":\"Read\","
                        + "\"pattern_type\":\"LITERAL\",\"permission_type\":\"ALLOW\",\"principal\":\"User:app\","
                        + "\"resource_name\":\"orders\",\"resource_type\":\"Topic\"}}");
        assertThat(kafka.get("/kafka/acl/" + id).text()).isEqualTo(added.text());
        TestEmulator.Answer list = kafka.get("/kafka/acl");
        assertThat(KafkaApi.texts(list.at("/acl"), "id")).containsExactly("default");
        assertThat(KafkaApi.texts(list.at("/kafka_acl"), "id")).containsExactly(id);
        assertThat(KafkaApi.texts(emulator.read("orders", "events").path("kafka_acl"), "id"))
                .containsExactly(id);
        assertThat(kafka.post("/kafka/acl", NATIVE).message()).isEqualTo("409 Identical ACL entry already exists");
        assertThat(kafka.delete("/kafka/acl/" + id).message()).isEqualTo("200 deleted");
        assertThat(engine.broker.kafkaAcls()).isEmpty();
        assertThat(kafka.get("/kafka/acl/" + id).message()).isEqualTo("404 ACL entry '" + id + "' does not exist");
        assertThat(kafka.delete("/kafka/acl/" + id).at("/errors/0/error_code").asText())
                .isEqualTo("service_acl_not_found");
    }

    @Test
    void nativeRulesOfClientsShowWithAnIdThatStays() {
        running();
        engine.broker.createKafkaAcl(new KafkaAcl("User:app", "*", "Topic", "orders", "LITERAL", "Read", "ALLOW"));

        String id = kafka.get("/kafka/acl").at("/kafka_acl/0/id").asText();

        assertThat(kafka.get("/kafka/acl").at("/kafka_acl/0/id").asText()).isEqualTo(id);
        assertThat(kafka.post("/kafka/acl", NATIVE).status()).isEqualTo(409);
        kafka.put("", "{'powered':false}");
        assertThat(kafka.get("/kafka/acl").at("/kafka_acl/0/id").asText()).isEqualTo(id);
        assertThat(kafka.post("/kafka/acl", NATIVE).status()).isEqualTo(503);
    }

    @Test
    void aNativeRuleMustMakeSense() {
        running();

        assertThat(kafka.post("/kafka/acl", NATIVE.replace("User:app", "app")).message())
                .isEqualTo("400 Invalid input: 'app' does not match '^[A-Za-z]+:.+$'");
        assertThat(kafka.post("/kafka/acl", NATIVE.replace("LITERAL", "MATCH")).message())
                .isEqualTo("400 Invalid input: 'MATCH' is not one of ['LITERAL', 'PREFIXED']");
        engine.refusal = Optional.of(RecordingKafka.invalidConfig("No such resource."));
        assertThat(kafka.post("/kafka/acl", NATIVE).message()).isEqualTo("400 No such resource.");
    }

    @Test
    void theBrokersReasonIsTold() {
        running();
        engine.refusal = Optional.of(RecordingKafka.invalidConfig("Invalid value -5 for retention."));

        assertThat(kafka.post("/topic", "{'topic_name':'orders','config':{'retention_ms':-5}}")
                        .message())
                .isEqualTo("400 Invalid value -5 for retention.");
        engine.refusal = Optional.of(new IOException("connection lost"));
        assertThat(kafka.post("/topic", "{'topic_name':'orders'}").message())
                .isEqualTo("503 An error occurred. Please try again later.");
    }

    @Test
    void theBrokerIsAloneSoItGetsOneReplicaAndNoMinimumInSync() {
        running();
        kafka.post(
                "/topic",
                "{'topic_name':'orders','replication':3,'config':{'min_insync_replicas':2,'retention_ms':60000}}");
        kafka.put("/topic/orders", "{'partitions':2,'config':{'min_insync_replicas':1}}");

        assertThat(engine.calls)
                .containsExactly(
                        "createTopic KafkaTopic[name=orders, partitions=1, replication=1, config={retention.ms=60000}]",
                        "growTopic orders 2");
        assertThat(kafka.get("/topic/orders").at("/topic/replication").asInt()).isEqualTo(3);
        assertThat(kafka.get("/topic/orders").at("/topic/min_insync_replicas").asInt())
                .isEqualTo(1);
    }

    @Test
    void usersAreMadeInTheBroker() {
        running();
        kafka.post("/user", "{'username':'app'}");
        kafka.put("/user/app/credentials/reset", "{}");
        kafka.delete("/user/app");

        assertThat(engine.calls).containsExactly("createUser app", "changePassword app", "dropUser app");
    }
}

package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.TopicAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ways in which answers lag behind what was done. */
class KafkaLagTests {

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.engines(List.of()));

    private final KafkaApi kafka = new KafkaApi(emulator);

    private void inject(Fault fault) {
        emulator.emulator().inject(fault);
    }

    @Test
    void aNewTopicIsUnknownThenUnreadableThenConfiguring() {
        kafka.createService("business-4", "{}");
        kafka.topic("before");
        inject(new Fault.TopicLag(TopicAnswer.CONFIGURING, 1));
        inject(new Fault.TopicLag(TopicAnswer.NOT_FOUND, 2));
        inject(new Fault.TopicLag(TopicAnswer.FETCH_FAILED, 1));
        kafka.topic("orders");

        assertThat(kafka.read("orders")).isEqualTo("404 Topic 'orders' does not exist");
        assertThat(kafka.describe("{'topic_names':['orders']}").message())
                .isEqualTo("404 Topic 'orders' does not exist");
        assertThat(kafka.read("orders")).isEqualTo("501 Failed to fetch Kafka topic: orders");
        assertThat(kafka.read("orders")).isEqualTo("CONFIGURING");
        assertThat(kafka.read("orders")).isEqualTo("ACTIVE");
        assertThat(kafka.read("before")).isEqualTo("ACTIVE");
    }

    @Test
    void theListLagsInBothDirections() {
        kafka.createService("business-4", "{}");
        inject(new Fault.TopicListLag(2));
        kafka.topic("orders");

        assertThat(kafka.listed()).isEmpty();
        assertThat(kafka.read("orders")).isEqualTo("ACTIVE");
        assertThat(kafka.listed()).isEmpty();
        assertThat(kafka.listed()).containsExactly("orders");
        kafka.delete("/topic/orders");
        assertThat(kafka.read("orders")).startsWith("404 ");
        assertThat(kafka.listed()).containsExactly("orders");
        assertThat(kafka.listed()).containsExactly("orders");
        assertThat(kafka.listed()).isEmpty();
    }

    @Test
    void brokersJoinAfterTheServiceIsRunning() {
        inject(new Fault.MissingBrokers(1));
        kafka.createService("business-4", "{}");

        kafka.post("/topic", "{'topic_name':'alone','replication':1}");
        assertThat(kafka.post("/topic", "{'topic_name':'orders','replication':2}")
                        .message())
                .isEqualTo("409 Cluster only has 1 broker(s), cannot set replication factor to 2");
        assertThat(kafka.post("/topic", "{'topic_name':'orders','replication':2}")
                        .message())
                .isEqualTo("200 created");
        assertThat(kafka.listed()).containsExactly("alone", "orders");
    }

    @Test
    void aPasswordIsEmptyAfterCreationAndReset() {
        kafka.createService("business-4", "{}");
        inject(new Fault.PasswordLag(1));

        String created =
                kafka.post("/user", "{'username':'app'}").at("/user/password").asText();
        assertThat(created).startsWith("AVNS_");
        assertThat(password()).isEmpty();
        assertThat(password()).isEqualTo(created);
        kafka.put("/user/app/credentials/reset", "{}");
        assertThat(password()).isNotEmpty().isNotEqualTo(created);
    }

    @Test
    void anAnswerWithAllUsersCountsForThePasswordLag() {
        kafka.createService("business-4", "{}");
        inject(new Fault.PasswordLag(2));

        kafka.post("/user", "{'username':'app'}");

        assertThat(KafkaApi.texts(emulator.read("orders", "events").path("users"), "password"))
                .element(1)
                .isEqualTo("");
        assertThat(password()).isEmpty();
        assertThat(password()).isNotEmpty();
    }

    @Test
    void aNewUserIsUnknownAtFirst() {
        kafka.createService("business-4", "{}");
        inject(new Fault.UserLag(3));
        kafka.post("/user", "{'username':'app'}");

        for (TestEmulator.Answer answer : List.of(
                kafka.get("/user/app"), kafka.put("/user/app/credentials/reset", "{}"), kafka.delete("/user/app"))) {
            assertThat(answer.message()).isEqualTo("404 Service user 'app' does not exist");
        }
        assertThat(kafka.get("/user/app").status()).isEqualTo(200);
    }

    @Test
    void runningFlapsOnce() {
        inject(new Fault.Flapping(2));
        kafka.createService("business-4", "{}");

        assertThat(List.of(state(), state(), state(), state(), state()))
                .containsExactly("RUNNING", "REBALANCING", "REBALANCING", "RUNNING", "RUNNING");
    }

    @Test
    void kafkaConnectComesUpAfterTheServiceIsRunning() {
        inject(new Fault.ConnectLag(404, 1));
        kafka.createService("business-4", "{'kafka_connect':true}");

        assertThat(kafka.get("/connectors").message()).isEqualTo("404 Kafka Connect is not available");
        assertThat(kafka.get("/connectors").status()).isEqualTo(200);
    }

    @Test
    void aLagHasALength() {
        assertThatThrownBy(() -> new Fault.TopicListLag(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A lag of 0 answers is none. Choose at least 1.");
        assertThatThrownBy(() -> new Fault.ConnectLag(200, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Status 200 is no error. Choose one from 400 to 599.");
    }

    private String password() {
        return kafka.get("/user/app").at("/user/password").asText();
    }

    private String state() {
        return emulator.read("orders", "events").path("state").asText();
    }
}

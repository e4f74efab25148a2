package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.KafkaQuota;
import io.github.aivenjunit.client.model.QuotaTarget;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuotaTests {

    private static final String PATH = "/v1/project/p1/service/k/quota";

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void listReadsTheClientIdUnderItsOddName() throws InterruptedException {
        api.answers("""
                {"quotas": [{"user": "app", "client-id": "c1", "consumer_byte_rate": 1048576,
                  "producer_byte_rate": 0.5, "request_percentage": 10}, {"user": "default"}]}""");

        assertThat(api.client().quotas().list("p1", "k"))
                .containsExactly(
                        KafkaQuota.of(QuotaTarget.of("app", "c1"))
                                .withConsumerByteRate(1_048_576)
                                .withProducerByteRate(0.5)
                                .withRequestPercentage(10),
                        KafkaQuota.of(QuotaTarget.ofUser("default")));
        // The API refuses the parameter "limit" here.
        api.received("GET", PATH);
    }

    @Test
    void findAsksForOneTarget() throws InterruptedException {
        api.answers("{\"quota\": {\"user\": \"a b\", \"producer_byte_rate\": 1}}")
                .fails(404, "Quota not found")
                .fails(404, "Quota not found");
        QuotaApi quotas = api.client().quotas();

        assertThat(quotas.find("p1", "k", QuotaTarget.ofUser("a b")).flatMap(KafkaQuota::producerByteRate))
                .contains(1.0);
        assertThat(quotas.find("p1", "k", QuotaTarget.ofClient("c1"))).isEmpty();
        assertThat(quotas.find("p1", "k", QuotaTarget.of("u", "c&d"))).isEmpty();

        api.received("GET", PATH + "/describe?user=a%20b");
        api.received("GET", PATH + "/describe?client-id=c1");
        api.received("GET", PATH + "/describe?user=u&client-id=c%26d");
    }

    @Test
    void setSendsOnlyTheLimitsGiven() throws InterruptedException {
        api.answers("{}").answers("{}");
        QuotaApi quotas = api.client().quotas();

        quotas.set("p1", "k", KafkaQuota.of(QuotaTarget.ofClient("c1")).withProducerByteRate(1024));
        quotas.set(
                "p1",
                "k",
                KafkaQuota.of(QuotaTarget.of("app", "c1"))
                        .withConsumerByteRate(1.5)
                        .withRequestPercentage(20));

        api.received("POST", PATH, "{\"client-id\": \"c1\", \"producer_byte_rate\": 1024.0}");
        api.received("POST", PATH, """
                {"user": "app", "client-id": "c1", "consumer_byte_rate": 1.5, "request_percentage": 20.0}""");
    }

    @Test
    void deleteOfAQuotaThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{}").losesTheAnswer().fails(404, "Quota not found");
        QuotaApi quotas = api.client().quotas();

        quotas.delete("p1", "k", QuotaTarget.ofUser("app"));
        quotas.delete("p1", "k", QuotaTarget.ofUser("app"));

        assertThat(api.receivedLines(3))
                .containsExactly(
                        "DELETE " + PATH + "?user=app",
                        "DELETE " + PATH + "?user=app",
                        "GET " + PATH + "/describe?user=app");
    }

    @Test
    void aQuotaLimitsSomebody() {
        assertThatThrownBy(() -> new QuotaTarget(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The quota limits nobody. Name a user, a client id or both.");
        assertThatThrownBy(() -> QuotaTarget.ofClient(" ")).hasMessage("The client id is blank. Give it a value.");
    }
}

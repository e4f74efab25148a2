package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaQuotaRouteTests {

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.engines(List.of()));

    private final KafkaApi kafka = new KafkaApi(emulator);

    @BeforeEach
    void createService() {
        kafka.createService("business-4", "{}");
    }

    @Test
    void aQuotaIsForAUserAndAClient() {
        assertThat(kafka.post(
                                "/quota",
                                "{'user':'app','client-id':'shop','consumer_byte_rate':1000,'producer_byte_rate':2000.5,"
                                        + "'request_percentage':25}")
                        .message())
                .isEqualTo("200 created");

        assertThat(kafka.get("/quota").text())
                .isEqualTo("{\"quotas\":[{\"user\":\"app\",\"client-id\":\"shop\",\"consumer_byte_rate\":1000.0,"
                        + "\"producer_byte_rate\":2000.5,\"request_percentage\":25.0}]}");
        assertThat(kafka.get("/quota/describe?user=app&client-id=shop")
                        .at("/quota/request_percentage")
                        .asInt())
                .isEqualTo(25);
        assertThat(kafka.get("/quota/describe?user=app").message()).isEqualTo("404 Quota does not exist");
        assertThat(kafka.delete("/quota?user=app&client-id=shop").message()).isEqualTo("200 deleted");
        assertThat(kafka.delete("/quota?user=app&client-id=shop").status()).isEqualTo(404);
        assertThat(kafka.get("/quota").at("/quotas")).isEmpty();
    }

    @Test
    void aSecondQuotaAddsToTheFirst() {
        kafka.post("/quota", "{'user':'app','consumer_byte_rate':1000}");
        kafka.post("/quota", "{'user':'app','producer_byte_rate':10}");

        assertThat(kafka.get("/quota/describe?user=app").text())
                .isEqualTo("{\"quota\":{\"user\":\"app\",\"consumer_byte_rate\":1000.0,\"producer_byte_rate\":10.0}}");
    }

    @Test
    void aQuotaMustLimitSomebodyWithinTheRange() {
        assertThat(kafka.post("/quota", "{'consumer_byte_rate':1000}").message())
                .isEqualTo("400 Invalid input: at least one of 'user' and 'client-id' is required");
        assertThat(kafka.post("/quota", "{'user':'app','request_percentage':100.5}")
                        .message())
                .isEqualTo("400 Invalid input: 100.5 is greater than the maximum of 100");
        assertThat(kafka.post("/quota", "{'user':'app','producer_byte_rate':-1}")
                        .message())
                .isEqualTo("400 Invalid input: -1 is less than the minimum of 0");
        assertThat(kafka.get("/quota/describe").status()).isEqualTo(400);
    }

    @Test
    void aServiceThatIsOffTellsNothing() {
        kafka.put("", "{'powered':false}");

        assertThat(kafka.get("/quota").message()).isEqualTo("503 Kafka service is not available");
    }
}

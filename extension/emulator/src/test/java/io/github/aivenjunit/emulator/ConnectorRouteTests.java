package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectorRouteTests {

    private static final String CLASS = "io.aiven.connect.jdbc.JdbcSinkConnector";
    private static final String CONNECTOR = "{'name':'sink','connector.class':'" + CLASS + "','topics':'orders'}";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator(builder -> builder.engines(List.of()));

    private final KafkaApi kafka = new KafkaApi(emulator);

    @Test
    void aConnectorIsKeptAndRunByNobody() {
        kafka.createService("business-4", "{'kafka_connect':true}");

        TestEmulator.Answer created = kafka.post("/connectors", CONNECTOR);

        assertThat(created.at("/connector/config").toString())
                .isEqualTo("{\"connector.class\":\"" + CLASS + "\",\"name\":\"sink\",\"topics\":\"orders\"}");
        assertThat(created.at("/connector/plugin/type").asText()).isEqualTo("sink");
        assertThat(KafkaApi.texts(kafka.get("/connectors").at("/connectors"), "name"))
                .containsExactly("sink");
        assertThat(kafka.get("/connectors/sink/status").text())
                .isEqualTo("{\"status\":{\"state\":\"UNASSIGNED\",\"tasks\":[]}}");
        assertThat(kafka.post("/connectors/sink/pause", "{}").status()).isEqualTo(200);
        assertThat(kafka.get("/connectors/sink/status").at("/status/state").asText())
                .isEqualTo("PAUSED");
        assertThat(kafka.put("/connectors/sink", CONNECTOR.replace("orders", "invoices"))
                        .at("/connector/config/topics")
                        .asText())
                .isEqualTo("invoices");
        assertThat(kafka.get("/connectors/sink/status").at("/status/state").asText())
                .isEqualTo("PAUSED");
        assertThat(kafka.post("/connectors/sink/resume", "{}").status()).isEqualTo(200);
        assertThat(kafka.post("/connectors/sink/restart", "{}").status()).isEqualTo(200);
        assertThat(kafka.get("/connectors/sink/status").at("/status/state").asText())
                .isEqualTo("UNASSIGNED");
        assertThat(kafka.delete("/connectors/sink").message()).isEqualTo("200 deleted");
        assertThat(kafka.get("/connectors").at("/connectors")).isEmpty();
        assertThat(kafka.get("/connectors/sink/status").message()).isEqualTo("404 Connector sink not found");
    }

    @Test
    void aConnectorMustBeOfAKnownClassWithTextsOnly() {
        kafka.createService("business-4", "{'kafka_connect':true}");
        assertThat(KafkaApi.texts(kafka.get("/available-connectors").at("/plugins"), "class"))
                .contains(CLASS);

        assertThat(kafka.post("/connectors", CONNECTOR.replace("'orders'", "1")).message())
                .isEqualTo("400 Invalid input: 1 is not of type 'string'");
        assertThat(kafka.post("/connectors", "{'name':'sink'}").message())
                .isEqualTo("400 Invalid input: 'connector.class' is a required property");
        assertThat(kafka.post("/connectors", CONNECTOR.replace(CLASS, "com.example.None"))
                        .message())
                .isEqualTo("400 Failed to find any class that implements Connector and which name matches"
                        + " com.example.None");
        kafka.post("/connectors", CONNECTOR);
        assertThat(kafka.post("/connectors", CONNECTOR).message()).isEqualTo("409 Connector sink already exists");
        assertThat(kafka.put("/connectors/sink", CONNECTOR.replace("'sink'", "'other'"))
                        .message())
                .isEqualTo("400 Connector name 'other' does not match the name in the path");
    }

    @Test
    void kafkaConnectMustBeOnAndUp() {
        kafka.createService("business-4", "{}");
        assertThat(kafka.get("/connectors").message())
                .isEqualTo("403 Kafka Connect is not enabled for service 'events'");

        kafka.put("", "{'user_config':{'kafka_connect':true},'powered':false}");
        assertThat(kafka.get("/connectors").message()).isEqualTo("503 Kafka Connect is not available");
    }

    @Test
    void aServiceOfItsOwnHasConnectorsToo() {
        emulator.project("orders");
        emulator.service("orders", "events", "kafka_connect", "startup-1");

        assertThat(kafka.post("/connectors", CONNECTOR).status()).isEqualTo(200);
    }
}

package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.Connector;
import io.github.aivenjunit.client.model.ConnectorConfig;
import io.github.aivenjunit.client.model.ConnectorPlugin;
import io.github.aivenjunit.client.model.ConnectorStatus;
import io.github.aivenjunit.client.model.ConnectorTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConnectorTests {

    private static final String PATH = "/v1/project/p1/service/k/connectors";
    private static final String CONNECTOR = """
            {"name": "sink", "config": {"name": "sink", "connector.class": "x.Sink", "tasks.max": "1"},
             "plugin": {"author": "Aiven", "class": "x.Sink", "docURL": "u", "title": "Sink", "type": "sink",
               "version": "1.2"}, "tasks": [{"connector": "sink", "task": 0}]}""";
    private static final ConnectorConfig CONFIG =
            ConnectorConfig.of("sink", "x.Sink").with("tasks.max", "1");

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void listReadsConfigurationPluginAndTasks() throws InterruptedException {
        api.answers("{\"connectors\": [" + CONNECTOR + ", {\"name\": \"bare\"}]}");

        assertThat(api.client().connectors().list("p1", "k"))
                .containsExactly(
                        new Connector(
                                "sink",
                                Map.of("name", "sink", "connector.class", "x.Sink", "tasks.max", "1"),
                                Optional.of(new ConnectorPlugin("x.Sink", "Sink", "sink", "1.2", "Aiven")),
                                List.of(new ConnectorTask("sink", 0))),
                        new Connector("bare", Map.of(), Optional.empty(), List.of()));
        api.received("GET", PATH);
    }

    @Test
    void findLooksInTheList() {
        String list = "{\"connectors\": [" + CONNECTOR + "]}";
        api.answers(list).answers(list).fails(404, "Kafka Connect is not there yet");
        ConnectorApi connectors = api.client().connectors();

        assertThat(connectors.find("p1", "k", "sink").map(Connector::name)).contains("sink");
        assertThat(connectors.find("p1", "k", "source")).isEmpty();
        assertThat(connectors.find("p1", "k", "sink")).isEmpty();
    }

    @Test
    void createAndEditSendStringsOnly() throws InterruptedException {
        api.answers(201, "{\"connector\": " + CONNECTOR + "}").answers("{\"connector\": " + CONNECTOR + "}");
        ConnectorApi connectors = api.client().connectors();

        assertThat(connectors.create("p1", "k", CONFIG).name()).isEqualTo("sink");
        assertThat(connectors.edit("p1", "k", CONFIG.with("tasks.max", "2")).name())
                .isEqualTo("sink");

        api.received("POST", PATH, "{\"name\": \"sink\", \"connector.class\": \"x.Sink\", \"tasks.max\": \"1\"}");
        api.received(
                "PUT", PATH + "/sink", "{\"name\": \"sink\", \"connector.class\": \"x.Sink\", \"tasks.max\": \"2\"}");
    }

    @Test
    void aLostCreateIsReadBackByNameAndClass() throws InterruptedException {
        api.losesTheAnswer()
                .answers("{\"connectors\": [" + CONNECTOR + "]}")
                .losesTheAnswer()
                .answers("{\"connectors\": [" + CONNECTOR.replace("x.Sink", "x.Other") + "]}");
        ConnectorApi connectors = api.client().connectors();

        assertThat(connectors.create("p1", "k", CONFIG).name()).isEqualTo("sink");
        assertThatThrownBy(() -> connectors.create("p1", "k", CONFIG))
                .isExactlyInstanceOf(AivenApiException.Conflict.class);
        assertThat(api.receivedPaths()).containsExactly("POST " + PATH, "GET " + PATH, "POST " + PATH, "GET " + PATH);
    }

    @Test
    void statusTellsOfEveryTask() throws InterruptedException {
        api.answers("""
                {"status": {"state": "RUNNING", "tasks": [{"id": 0, "state": "RUNNING", "trace": ""},
                  {"id": 1, "state": "FAILED", "trace": "java.lang.X"}]}}""");

        assertThat(api.client().connectors().status("p1", "k", "sink"))
                .isEqualTo(new ConnectorStatus(
                        "RUNNING",
                        List.of(
                                new ConnectorStatus.Task(0, "RUNNING", Optional.empty()),
                                new ConnectorStatus.Task(1, "FAILED", Optional.of("java.lang.X")))));
        api.received("GET", PATH + "/sink/status");
    }

    @Test
    void ordersArePosted() throws InterruptedException {
        api.answers("{}").answers("{}").answers("{}");
        ConnectorApi connectors = api.client().connectors();

        connectors.pause("p1", "k", "sink");
        connectors.resume("p1", "k", "sink");
        connectors.restart("p1", "k", "sink");

        assertThat(api.receivedLines(3))
                .containsExactly(
                        "POST " + PATH + "/sink/pause",
                        "POST " + PATH + "/sink/resume",
                        "POST " + PATH + "/sink/restart");
    }

    @Test
    void deleteOfAConnectorThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{}").fails(404, "Connector not found").losesTheAnswer().answers("{\"connectors\": []}");
        ConnectorApi connectors = api.client().connectors();

        connectors.delete("p1", "k", "sink");
        connectors.delete("p1", "k", "sink");
        connectors.delete("p1", "k", "sink");

        String delete = "DELETE " + PATH + "/sink";
        assertThat(api.receivedPaths()).containsExactly(delete, delete, delete, "GET " + PATH);
    }
}

package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.Integration;
import io.github.aivenjunit.client.model.IntegrationCreate;
import io.github.aivenjunit.client.model.UserConfig;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IntegrationTests {

    private static final String PATH = "/v1/project/p1/integration";
    private static final String LIST = "/v1/project/p1/service/k/integration";
    private static final String INTEGRATION = """
            {"service_integration_id": "i-1", "integration_type": "kafka_connect", "active": true, "enabled": true,
             "description": "d", "source_project": "p1", "source_service": "k", "source_service_type": "kafka",
             "source_endpoint": null, "source_endpoint_id": null, "dest_project": "p1", "dest_service": "c",
             "dest_service_type": "kafka_connect", "dest_endpoint_id": null,
             "integration_status": {"status_user_desc": "ok"}, "user_config": {"kafka_connect": {"group_id": "g"}}}""";
    private static final IntegrationCreate CREATE = IntegrationCreate.builder("kafka_connect")
            .sourceService("k")
            .destService("c")
            .build();

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void anIntegrationIsReadWhole() throws InterruptedException {
        api.answers("{\"service_integrations\": [" + INTEGRATION + "]}")
                .answers("{\"service_integration\": " + INTEGRATION + "}")
                .fails(404, "Integration not found");
        IntegrationApi integrations = api.client().integrations();
        Integration expected = new Integration(
                "i-1",
                "kafka_connect",
                true,
                true,
                "d",
                "p1",
                Optional.of("k"),
                Optional.empty(),
                "kafka",
                "p1",
                Optional.of("c"),
                Optional.empty(),
                "kafka_connect",
                Map.of("status_user_desc", "ok"),
                Map.of("kafka_connect", Map.of("group_id", "g")));

        assertThat(integrations.list("p1", "k")).containsExactly(expected);
        assertThat(integrations.get("p1", "i-1")).isEqualTo(expected);
        assertThat(integrations.find("p1", "i-1")).isEmpty();
        api.received("GET", LIST);
        api.received("GET", PATH + "/i-1");
    }

    @Test
    void createSendsTheEndsAskedForAndUpdateTheSettings() throws InterruptedException {
        String answer = "{\"service_integration\": " + INTEGRATION + "}";
        api.answers(answer).answers(answer).answers(answer);
        IntegrationApi integrations = api.client().integrations();

        integrations.create("p1", CREATE);
        integrations.create(
                "p1",
                IntegrationCreate.builder("datadog")
                        .sourceService("k")
                        .sourceProject("p2")
                        .destEndpointId("e-1")
                        .destProject("p3")
                        .userConfig(UserConfig.of(Map.of("a", 1)))
                        .build());
        integrations.update("p1", "i-1", UserConfig.of(Map.of("a", 2)));

        api.received("POST", PATH, """
                {"integration_type": "kafka_connect", "source_service": "k", "dest_service": "c"}""");
        api.received("POST", PATH, """
                {"integration_type": "datadog", "source_service": "k", "source_project": "p2",
                 "dest_endpoint_id": "e-1", "dest_project": "p3", "user_config": {"a": 1}}""");
        api.received("PUT", PATH + "/i-1", "{\"user_config\": {\"a\": 2}}");
    }

    @Test
    void aLostCreateIsFoundByItsEnds() throws InterruptedException {
        api.losesTheAnswer()
                .answers("{\"service_integrations\": [" + INTEGRATION.replace("\"c\"", "\"other\"") + "]}")
                .losesTheAnswer()
                .answers("{\"service_integrations\": [" + INTEGRATION + "]}");

        assertThat(api.client().integrations().create("p1", CREATE).serviceIntegrationId())
                .isEqualTo("i-1");
        assertThat(api.receivedPaths()).containsExactly("POST " + PATH, "GET " + LIST, "POST " + PATH, "GET " + LIST);
    }

    @Test
    void aLostCreateBetweenOtherProjectsIsNotRepeated() throws InterruptedException {
        api.losesTheAnswer();
        IntegrationCreate elsewhere = IntegrationCreate.builder("prometheus")
                .sourceService("k")
                .sourceProject("p2")
                .destEndpointId("e-1")
                .build();

        assertThatThrownBy(() -> api.client().integrations().create("p1", elsewhere))
                .isExactlyInstanceOf(AivenApiException.Unreachable.class);
        assertThat(api.receivedPaths()).containsExactly("POST " + PATH);
    }

    @Test
    void deleteOfAnIntegrationThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{}").fails(404, "gone").losesTheAnswer().fails(404, "gone");
        IntegrationApi integrations = api.client().integrations();

        integrations.delete("p1", "i-1");
        integrations.delete("p1", "i-1");
        integrations.delete("p1", "i-1");

        String delete = "DELETE " + PATH + "/i-1";
        assertThat(api.receivedPaths()).containsExactly(delete, delete, delete, "GET " + PATH + "/i-1");
    }
}

package io.github.aivenjunit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.IntegrationEndpoint;
import io.github.aivenjunit.client.model.UserConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IntegrationEndpointTests {

    private static final String PATH = "/v1/project/p1/integration_endpoint";
    private static final String ENDPOINT = """
            {"endpoint_id": "e-1", "endpoint_name": "metrics", "endpoint_type": "datadog",
             "endpoint_config": {"site": "eu"}, "user_config": {"datadog_api_key": "k"}}""";
    private static final String ANSWER = "{\"service_integration_endpoint\": " + ENDPOINT + "}";
    private static final IntegrationEndpoint EXPECTED =
            new IntegrationEndpoint("e-1", "metrics", "datadog", Map.of("site", "eu"), Map.of("datadog_api_key", "k"));
    private static final UserConfig CONFIG = UserConfig.of(Map.of("datadog_api_key", "k"));

    @RegisterExtension
    final ScriptedApi api = new ScriptedApi();

    @Test
    void oneIsReadWithItsSecrets() throws InterruptedException {
        api.answers("{\"service_integration_endpoints\": [" + ENDPOINT + "]}")
                .answers(ANSWER)
                .answers(ANSWER)
                .fails(404, "gone");
        IntegrationEndpointApi endpoints = api.client().integrationEndpoints();

        assertThat(endpoints.list("p1")).containsExactly(EXPECTED);
        assertThat(endpoints.get("p1", "e-1")).isEqualTo(EXPECTED);
        assertThat(endpoints.find("p1", "e-1")).contains(EXPECTED);
        assertThat(endpoints.find("p1", "e-1")).isEmpty();
        api.received("GET", PATH);
        api.received("GET", PATH + "/e-1?include_secrets=true");
    }

    @Test
    void createAndUpdateSendTheSettings() throws InterruptedException {
        api.answers(ANSWER).answers(ANSWER);
        IntegrationEndpointApi endpoints = api.client().integrationEndpoints();

        assertThat(endpoints.create("p1", "metrics", "datadog", CONFIG)).isEqualTo(EXPECTED);
        assertThat(endpoints.update("p1", "e-1", CONFIG)).isEqualTo(EXPECTED);

        api.received("POST", PATH, """
                {"endpoint_name": "metrics", "endpoint_type": "datadog", "user_config": {"datadog_api_key": "k"}}""");
        api.received("PUT", PATH + "/e-1", "{\"user_config\": {\"datadog_api_key\": \"k\"}}");
    }

    @Test
    void aLostCreateIsReadBackByNameAndType() throws InterruptedException {
        String list = "{\"service_integration_endpoints\": [" + ENDPOINT + "]}";
        api.losesTheAnswer().answers(list).losesTheAnswer().answers(list);
        IntegrationEndpointApi endpoints = api.client().integrationEndpoints();

        assertThat(endpoints.create("p1", "metrics", "datadog", CONFIG)).isEqualTo(EXPECTED);
        assertThatThrownBy(() -> endpoints.create("p1", "metrics", "rsyslog", CONFIG))
                .isExactlyInstanceOf(AivenApiException.Conflict.class);
        assertThat(api.receivedPaths()).containsExactly("POST " + PATH, "GET " + PATH, "POST " + PATH, "GET " + PATH);
    }

    @Test
    void deleteOfAnEndpointThatIsNotThereSucceeds() throws InterruptedException {
        api.answers("{}").losesTheAnswer().answers(ANSWER).fails(404, "gone");
        IntegrationEndpointApi endpoints = api.client().integrationEndpoints();

        endpoints.delete("p1", "e-1");
        endpoints.delete("p1", "e-1");

        String delete = "DELETE " + PATH + "/e-1";
        assertThat(api.receivedPaths()).containsExactly(delete, delete, "GET " + PATH + "/e-1", delete);
    }
}

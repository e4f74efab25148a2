package io.github.aivenjunit.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.SecretAccess;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IntegrationEndpointTests {

    private static final String ENDPOINTS = "/project/orders/integration_endpoint";

    @RegisterExtension
    final TestEmulator emulator = new TestEmulator();

    private String path = "";

    @BeforeEach
    void createEndpoint() {
        emulator.project("orders");
        path = ENDPOINTS + "/"
                + emulator.post(
                                ENDPOINTS,
                                "{'endpoint_name':'dog','endpoint_type':'datadog','user_config':{'datadog_api_key':'k9','site':'eu'}}")
                        .at("/service_integration_endpoint/endpoint_id")
                        .asText();
    }

    private String config(TestEmulator.Answer answer) {
        return answer.at("/service_integration_endpoint/user_config").toString();
    }

    @Test
    void anEndpointIsReadChangedAndDeleted() {
        assertThat(emulator.get(path)
                        .at("/service_integration_endpoint/endpoint_name")
                        .asText())
                .isEqualTo("dog");
        assertThat(config(emulator.put(path, "{'user_config':{'datadog_api_key':'k10'}}")))
                .isEqualTo("{\"datadog_api_key\":\"k10\"}");
        assertThat(emulator.get(ENDPOINTS).at("/service_integration_endpoints")).hasSize(1);
        assertThat(emulator.delete(path).text()).isEqualTo("{\"message\":\"deleted\"}");
        assertThat(emulator.get(path).text())
                .isEqualTo("{\"errors\":[{\"message\":\"Service integration endpoint not found\",\"status\":404,"
                        + "\"error_code\":\"service_integration_endpoint_not_found\"}],"
                        + "\"message\":\"Service integration endpoint not found\"}");
    }

    @Test
    void secretsAreRedactedUnlessAskedForAndARedactedOneIsKept() {
        emulator.emulator().inject(new Fault.Redaction(SecretAccess.REDACTED));
        String redacted = "{\"datadog_api_key\":\"<redacted>\",\"site\":\"eu\"}";

        assertThat(config(emulator.get(path))).isEqualTo(redacted);
        assertThat(emulator.get(ENDPOINTS).text()).contains("<redacted>").doesNotContain("k9");
        assertThat(config(emulator.put(path, "{'user_config':{'datadog_api_key':'<redacted>','site':'us'}}")))
                .isEqualTo("{\"datadog_api_key\":\"<redacted>\",\"site\":\"us\"}");
        assertThat(config(emulator.get(path + "?include_secrets=true")))
                .isEqualTo("{\"datadog_api_key\":\"k9\",\"site\":\"us\"}");
    }

    @Test
    void withoutTheRightToSeeSecretsTheyAreRedactedAndNotRefused() {
        emulator.emulator().inject(new Fault.Redaction(SecretAccess.FORBIDDEN));

        assertThat(config(emulator.get(path + "?include_secrets=true"))).contains("<redacted>");
    }

    @Test
    void anEndpointInUseIsNotDeleted() {
        emulator.service("orders", "main", "pg", "startup-4");
        TestEmulator.Answer made = emulator.post(
                "/project/orders/integration",
                "{'integration_type':'datadog','source_service':'main','dest_endpoint_id':'"
                        + path.substring(path.lastIndexOf('/') + 1) + "'}");
        assertThat(made.at("/service_integration/dest_endpoint").asText()).isEqualTo("dog");

        assertThat(emulator.delete(path).message())
                .isEqualTo("409 Service integration endpoint is in use by service integrations");
        emulator.delete("/project/orders/service/main");
        assertThat(emulator.delete(path).status()).isEqualTo(200);
    }

    @Test
    void badEndpointsAreRefused() {
        assertThat(emulator.post(ENDPOINTS, "{'endpoint_name':'dog','endpoint_type':'datadog','user_config':{}}")
                        .message())
                .isEqualTo("409 Service integration endpoint 'dog' already exists");
        assertThat(emulator.post(ENDPOINTS, "{'endpoint_name':'cat','endpoint_type':'datadog'}")
                        .message())
                .isEqualTo("400 Invalid input: 'user_config' is a required property");
        assertThat(emulator.post(ENDPOINTS, "{'endpoint_name':'cat','endpoint_type':'catalog','user_config':{}}")
                        .message())
                .startsWith("400 Invalid input: 'catalog' is not one of ['autoscaler', ");
    }
}

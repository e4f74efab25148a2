package io.github.aivenjunit.client.model;

import java.util.Map;

/**
 * Something outside of Aiven that services integrate with. {@link #toString()} shows id, name and type only.
 *
 * @param endpointType for example {@code datadog} or {@code external_postgresql}
 * @param endpointConfig what Aiven made of it; can hold secrets
 * @param userConfig what was asked for; holds secrets, which a list can have redacted
 */
public record IntegrationEndpoint(
        String endpointId,
        String endpointName,
        String endpointType,
        Map<String, Object> endpointConfig,
        Map<String, Object> userConfig) {

    public IntegrationEndpoint {
        endpointId = Missing.identity(endpointId, "endpoint_id");
        endpointName = Missing.text(endpointName);
        endpointType = Missing.text(endpointType);
        endpointConfig = Missing.json(endpointConfig);
        userConfig = Missing.json(userConfig);
    }

    @Override
    public String toString() {
        return "IntegrationEndpoint[id=" + endpointId + ", name=" + endpointName + ", type=" + endpointType + "]";
    }
}

package io.github.aivenjunit.client.model;

import java.util.Map;
import java.util.Optional;

/**
 * A service integration. {@link #toString()} shows id, type and ends only.
 *
 * @param active whether it works; for a while after creation it changes back and forth
 * @param integrationStatus details, where the API sends them
 * @param userConfig can hold secrets
 */
public record Integration(
        String serviceIntegrationId,
        String integrationType,
        boolean active,
        boolean enabled,
        String description,
        String sourceProject,
        Optional<String> sourceService,
        Optional<String> sourceEndpointId,
        String sourceServiceType,
        String destProject,
        Optional<String> destService,
        Optional<String> destEndpointId,
        String destServiceType,
        Map<String, Object> integrationStatus,
        Map<String, Object> userConfig) {

    public Integration {
        serviceIntegrationId = Missing.identity(serviceIntegrationId, "service_integration_id");
        integrationType = Missing.text(integrationType);
        description = Missing.text(description);
        sourceProject = Missing.text(sourceProject);
        sourceService = Missing.optional(sourceService);
        sourceEndpointId = Missing.optional(sourceEndpointId);
        sourceServiceType = Missing.text(sourceServiceType);
        destProject = Missing.text(destProject);
        destService = Missing.optional(destService);
        destEndpointId = Missing.optional(destEndpointId);
        destServiceType = Missing.text(destServiceType);
        integrationStatus = Missing.json(integrationStatus);
        userConfig = Missing.json(userConfig);
    }

    @Override
    public String toString() {
        return "Integration[id=" + serviceIntegrationId + ", type=" + integrationType + ", source="
                + sourceService.or(() -> sourceEndpointId).orElse("") + ", dest="
                + destService.or(() -> destEndpointId).orElse("") + "]";
    }
}

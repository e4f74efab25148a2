package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.state.Integration;
import io.github.aivenjunit.emulator.internal.state.IntegrationEnd;
import io.github.aivenjunit.emulator.internal.state.IntegrationEndpoint;
import io.github.aivenjunit.emulator.internal.state.Service;

/** Integrations as the API tells of them. */
final class IntegrationJson {

    private IntegrationJson() {}

    static ArrayNode of(Service service) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        service.integrations().forEach(integration -> json.add(integration(integration, integration.isActive())));
        return json;
    }

    static ObjectNode integration(Integration integration, boolean active) {
        ObjectNode json = Reply.object()
                .put("service_integration_id", integration.id())
                .put("integration_type", integration.type())
                .put("active", active)
                .put("enabled", true)
                .put("description", "");
        addEnd(json, "source", integration.source());
        addEnd(json, "dest", integration.dest());
        ObjectNode status = json.putObject("integration_status")
                .put("status_user_desc", active ? "Integration is active" : "Waiting for the services to run");
        ObjectNode state = status.putObject("state")
                .put("status", active ? "running" : "starting")
                .putNull("likely_error_cause");
        state.putArray("errors");
        state.putObject("nodes");
        json.set("user_config", integration.userConfig().deepCopy());
        return json;
    }

    private static void addEnd(ObjectNode json, String side, IntegrationEnd end) {
        json.put(side + "_project", end.project().name()).put(side + "_service_type", end.kind());
        json.put(side + "_service", end.service().orElse(null));
        json.put(
                side + "_endpoint",
                end.endpoint().map(IntegrationEndpoint::name).orElse(null));
        json.put(
                side + "_endpoint_id",
                end.endpoint().map(IntegrationEndpoint::id).orElse(null));
    }
}

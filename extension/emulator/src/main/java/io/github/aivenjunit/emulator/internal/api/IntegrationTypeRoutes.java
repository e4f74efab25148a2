package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.catalogue.Catalogue;
import io.github.aivenjunit.emulator.internal.state.Platform;
import java.util.List;

/** What kinds of integrations and endpoints there are: those that orders are accepted for. */
final class IntegrationTypeRoutes {

    private final Platform platform;

    IntegrationTypeRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/project/{project}/integration_types", "ServiceIntegrationTypes", this::types);
        routes.add(
                "GET",
                "/project/{project}/integration_endpoint_types",
                "ServiceIntegrationEndpointTypes",
                this::endpointTypes);
    }

    private Reply types(Call call) {
        platform.project(call.project());
        ObjectNode answer = Reply.object();
        ArrayNode types = answer.putArray("integration_types");
        for (String name : IntegrationOrders.TYPES) {
            List<String> sources = services(IntegrationOrders.sourceOf(name));
            List<String> destinations = services(IntegrationOrders.destOf(name));
            ObjectNode type = types.addObject()
                    .put("dest_description", title(name) + " destination")
                    .put("dest_service_type", destinations.get(0))
                    .put("integration_type", name)
                    .put("source_description", title(name) + " source");
            addAll(type.putArray("dest_service_types"), destinations);
            addAll(type.putArray("source_service_types"), sources);
            type.set("user_config_schema", anyConfig());
        }
        return Reply.ok(answer);
    }

    private Reply endpointTypes(Call call) {
        platform.project(call.project());
        ObjectNode answer = Reply.object();
        ArrayNode types = answer.putArray("endpoint_types");
        for (String name : IntegrationEndpointRoutes.TYPES) {
            ObjectNode type = types.addObject().put("endpoint_type", name).put("title", title(name));
            addAll(type.putArray("service_types"), services(""));
            type.set("user_config_schema", anyConfig());
        }
        return Reply.ok(answer);
    }

    /** The emulator checks no configuration of integrations, so its schema allows everything. */
    private static ObjectNode anyConfig() {
        ObjectNode schema = Reply.object().put("additionalProperties", true).put("type", "object");
        schema.putObject("properties");
        return schema;
    }

    private static List<String> services(String only) {
        return only.isEmpty()
                ? Catalogue.get().types().stream().map(offer -> offer.code()).toList()
                : List.of(only);
    }

    private static void addAll(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static String title(String name) {
        String words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

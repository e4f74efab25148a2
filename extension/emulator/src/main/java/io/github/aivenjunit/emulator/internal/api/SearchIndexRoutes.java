package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Bodies;
import io.github.aivenjunit.emulator.internal.power.SearchNode;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceState;
import java.util.Optional;

/** The indexes of an OpenSearch service: the server's own; none where there is no server. */
final class SearchIndexRoutes {

    private static final int NOT_FOUND = 404;

    private final Platform platform;
    private final Bodies bodies;

    SearchIndexRoutes(Platform platform, Bodies bodies) {
        this.platform = platform;
        this.bodies = bodies;
    }

    void addTo(Routes routes) {
        String index = "/project/{project}/service/{service_name}/index";
        routes.add("GET", index, "ServiceOpenSearchIndexList", this::list);
        routes.add("DELETE", index + "/{index_name}", "ServiceOpenSearchIndexDelete", this::delete);
    }

    private Reply list(Call call) {
        Optional<SearchNode> node = node(call);
        ObjectNode answer = Reply.object();
        ArrayNode indexes = answer.putArray("indexes");
        if (node.isEmpty()) {
            return Reply.ok(answer);
        }
        return new Reply.Deferred(() -> {
            for (JsonNode index : bodies.array(node.get().indexes())) {
                String created = index.path("creation.date.string").asText();
                indexes.addObject()
                        .put("create_time", created)
                        .put("docs", index.path("docs.count").asLong())
                        .put("health", index.path("health").asText("unknown"))
                        .put("index_name", index.path("index").asText())
                        .put("number_of_replicas", index.path("rep").asInt())
                        .put("number_of_shards", index.path("pri").asInt())
                        .put("size", index.path("store.size").asLong())
                        .put("status", index.path("status").asText("unknown"));
            }
            return Reply.ok(answer);
        });
    }

    private Reply delete(Call call) {
        String index = call.path("index_name");
        SearchNode node = node(call).orElseThrow(() -> doesNotExist(index));
        // The server reads both as patterns, and a name holds neither.
        if (index.contains("*") || index.contains(",") || index.startsWith("_") || index.startsWith("-")) {
            throw doesNotExist(index);
        }
        return new Reply.Deferred(() -> {
            int status = node.delete(index);
            if (status == NOT_FOUND) {
                throw doesNotExist(index);
            }
            if (status >= 400) {
                throw Refusal.of(400, "Index '" + index + "' cannot be deleted");
            }
            return Reply.message("deleted");
        });
    }

    private Optional<SearchNode> node(Call call) {
        Project project = platform.project(call.project());
        Service service = SearchAccessRoutes.service(call, platform);
        if (service.state() == ServiceState.POWEROFF) {
            throw Refusal.of(409, "not_powered", "Database not powered on");
        }
        if (!service.isAccepting()) {
            throw Refusal.of(503, "opensearch_service_unavailable", "OpenSearch service is not available");
        }
        if (service.power().server(EngineInstance.class).isEmpty()) {
            return Optional.empty();
        }
        return service.endpoints().stream()
                .filter(endpoint -> endpoint.component().equals("opensearch"))
                .findFirst()
                .map(endpoint -> new SearchNode(
                        endpoint, service.admin().credentials(), project.ca().pem()));
    }

    private static Refusal doesNotExist(String index) {
        return Refusal.of(404, "Index '" + index + "' does not exist");
    }
}

package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.ClickHouseServer;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Bodies;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceState;
import java.util.Optional;

/** The statements that a ClickHouse service runs at the moment. */
final class QueryRoutes {

    private static final String STATEMENT =
            "SELECT client_name, current_database, elapsed, query, user FROM system.processes";

    private final Platform platform;
    private final Bodies bodies;

    QueryRoutes(Platform platform, Bodies bodies) {
        this.platform = platform;
        this.bodies = bodies;
    }

    void addTo(Routes routes) {
        routes.add(
                "GET",
                "/project/{project}/service/{service_name}/clickhouse/query",
                "ServiceClickHouseCurrentQueries",
                this::list);
    }

    private Reply list(Call call) {
        Service service = ClickHouseRoutes.service(call, platform);
        if (service.state() == ServiceState.POWEROFF) {
            throw Refusal.of(409, "not_powered", "Database not powered on");
        }
        Optional<ClickHouseServer> server =
                service.isAccepting() ? service.power().server(ClickHouseServer.class) : Optional.empty();
        ObjectNode answer = Reply.object();
        ArrayNode queries = answer.putArray("queries");
        if (server.isEmpty()) {
            return Reply.ok(answer);
        }
        return new Reply.Deferred(() -> {
            for (JsonNode row :
                    bodies.array(server.get().query("system", STATEMENT).rows())) {
                if (!row.path(3).asText().startsWith(STATEMENT)) {
                    queries.addObject()
                            .put("client_name", row.path(0).asText())
                            .put("database", row.path(1).asText())
                            .put("elapsed", row.path(2).asDouble())
                            .put("query", row.path(3).asText())
                            .put("user", row.path(4).asText());
                }
            }
            return Reply.ok(answer);
        });
    }
}

package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.ExtensibleServer;
import io.github.aivenjunit.emulator.engine.ServerExtension;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.catalogue.PostgresExtensions;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceState;
import java.util.List;
import java.util.Optional;

/** What {@code CREATE EXTENSION} can load: what the real server has, or Aiven's list where there is none. */
final class ExtensionRoutes {

    private final Platform platform;

    ExtensionRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        routes.add(
                "GET",
                "/project/{project}/service/{service_name}/pg/available-extensions",
                "PGServiceAvailableExtensions",
                this::list);
    }

    private Reply list(Call call) {
        Service service = platform.project(call.project()).service(call.service());
        if (!service.type().code().equals("pg")) {
            throw Refusal.of(400, "Service type '" + service.type().code() + "' does not support extensions");
        }
        Optional<ExtensibleServer> server = service.power().server(ExtensibleServer.class);
        // A server that cannot answer yet has an answer of its own, so Aiven's would be a wrong one.
        if (service.state() == ServiceState.POWEROFF || (server.isPresent() && !service.isAccepting())) {
            throw Refusal.of(503, "An error occurred. Please try again later.");
        }
        if (server.isPresent()) {
            return new Reply.Deferred(() -> answer(server.get().extensions()));
        }
        int major = service.order().userConfig().path("pg_version").asInt();
        return answer(PostgresExtensions.of(major).stream()
                .map(name -> new ServerExtension(name, "", List.of()))
                .toList());
    }

    private static Reply answer(List<ServerExtension> extensions) {
        ObjectNode answer = Reply.object();
        ArrayNode list = answer.putArray("extensions");
        for (ServerExtension extension : extensions) {
            ObjectNode entry = list.addObject();
            if (!extension.versions().isEmpty()) {
                entry.put("default_version", extension.defaultVersion());
            }
            entry.put("name", extension.name());
            ArrayNode versions = entry.putArray("versions");
            extension.versions().forEach(versions::add);
        }
        return Reply.ok(answer);
    }
}

package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.kafka.Connector;
import io.github.aivenjunit.emulator.internal.kafka.ConnectorPlugin;
import io.github.aivenjunit.emulator.internal.kafka.ConnectorPlugins;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceLives;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Connectors of Kafka Connect. They exist in the control plane only: there is no worker, so a connector has no tasks and
 * its state is {@code UNASSIGNED}, or {@code PAUSED} once it was paused.
 */
final class ConnectorRoutes {

    private static final int LENGTH = 1024;
    private static final String NAME = "name";
    private static final String CLASS = "connector.class";

    private final Platform platform;

    ConnectorRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        String service = "/project/{project}/service/{service_name}";
        String connectors = service + "/connectors";
        String connector = connectors + "/{connector_name}";
        routes.add(
                "GET", service + "/available-connectors", "ServiceKafkaConnectGetAvailableConnectors", this::plugins);
        routes.add("GET", connectors, "ServiceKafkaConnectList", this::list);
        routes.add("POST", connectors, "ServiceKafkaConnectCreateConnector", this::create);
        routes.add("PUT", connector, "ServiceKafkaConnectEditConnector", this::edit);
        routes.add("DELETE", connector, "ServiceKafkaConnectDeleteConnector", this::delete);
        routes.add("GET", connector + "/status", "ServiceKafkaConnectGetConnectorStatus", this::status);
        routes.add("POST", connector + "/pause", "ServiceKafkaConnectPauseConnector", order(true));
        routes.add("POST", connector + "/resume", "ServiceKafkaConnectResumeConnector", order(false));
        routes.add("POST", connector + "/restart", "ServiceKafkaConnectRestartConnector", this::restart);
    }

    private Reply plugins(Call call) {
        service(call);
        ObjectNode answer = Reply.object();
        ArrayNode plugins = answer.putArray("plugins");
        ConnectorPlugins.all().forEach(plugin -> plugins.add(json(plugin)));
        return Reply.ok(answer);
    }

    private Reply list(Call call) {
        Service service = service(call);
        ObjectNode answer = Reply.object();
        ArrayNode connectors = answer.putArray("connectors");
        service.kafka().connectors().values().forEach(connector -> connectors.add(json(connector)));
        return Reply.ok(answer);
    }

    private Reply create(Call call) {
        Service service = service(call);
        String name = call.input().requiredFilledText(NAME, LENGTH);
        Connector made = read(call.input(), name, false);
        if (service.kafka().connectors().containsKey(name)) {
            throw Refusal.of(409, "Connector " + name + " already exists");
        }
        return stored(service, made);
    }

    private Reply edit(Call call) {
        Service service = service(call);
        Connector before = known(service, call);
        String name = call.input().requiredFilledText(NAME, LENGTH);
        if (!name.equals(before.name())) {
            throw Refusal.of(400, "Connector name '" + name + "' does not match the name in the path");
        }
        return stored(service, read(call.input(), name, before.paused()));
    }

    private Reply stored(Service service, Connector connector) {
        service.kafka().connectors().put(connector.name(), connector);
        service.touch(platform.now());
        ObjectNode answer = Reply.object();
        answer.set("connector", json(connector));
        return Reply.ok(answer);
    }

    private Reply delete(Call call) {
        Service service = service(call);
        service.kafka().connectors().remove(known(service, call).name());
        service.touch(platform.now());
        return Reply.message("deleted");
    }

    private Reply status(Call call) {
        Connector connector = known(service(call), call);
        ObjectNode answer = Reply.object();
        answer.putObject("status")
                .put("state", connector.paused() ? "PAUSED" : "UNASSIGNED")
                .putArray("tasks");
        return Reply.ok(answer);
    }

    private Route.Endpoint order(boolean pause) {
        return call -> {
            Service service = service(call);
            Connector connector = known(service, call);
            service.kafka().connectors().put(connector.name(), connector.paused(pause));
            return Reply.message(pause ? "paused" : "resumed");
        };
    }

    private Reply restart(Call call) {
        known(service(call), call);
        return Reply.message("restarted");
    }

    private Service service(Call call) {
        Service service = platform.project(call.project()).service(call.service());
        boolean beside = service.type().code().equals("kafka")
                && service.order().userConfig().path("kafka_connect").asBoolean();
        if (!beside && !service.type().code().equals("kafka_connect")) {
            throw Refusal.of(403, "Kafka Connect is not enabled for service '" + service.name() + "'");
        }
        if (!service.isServing()) {
            throw notReady(503);
        }
        if (service.lags().holds(ServiceLives.CONNECT)) {
            throw notReady(platform.faults().connectLagStatus());
        }
        return service;
    }

    private static Refusal notReady(int status) {
        return Refusal.of(status, "Kafka Connect is not available");
    }

    private static Connector known(Service service, Call call) {
        String name = call.path("connector_name");
        return Optional.ofNullable(service.kafka().connectors().get(name))
                .orElseThrow(() -> Refusal.of(404, "Connector " + name + " not found"));
    }

    /** Aiven API: all values are strings. */
    private static Connector read(Input input, String name, boolean paused) {
        String className = input.requiredFilledText(CLASS, LENGTH);
        Map<String, String> config = new TreeMap<>(input.texts());
        ConnectorPlugin plugin = ConnectorPlugins.find(className)
                .orElseThrow(() -> Refusal.of(
                        400, "Failed to find any class that implements Connector and which name matches " + className));
        return new Connector(name, config, plugin, paused);
    }

    private static ObjectNode json(Connector connector) {
        ObjectNode json = Reply.object().put("name", connector.name());
        ObjectNode config = json.putObject("config");
        connector.config().forEach(config::put);
        json.set("plugin", json(connector.plugin()));
        json.putArray("tasks");
        return json;
    }

    private static ObjectNode json(ConnectorPlugin plugin) {
        return Reply.object()
                .put("author", plugin.author())
                .put("class", plugin.className())
                .put("docURL", plugin.documentation())
                .put("title", plugin.title())
                .put("type", plugin.type())
                .put("version", plugin.version());
    }
}

package io.github.aivenjunit.emulator.sequence;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.sequence.World.ProjectModel;
import io.github.aivenjunit.emulator.sequence.World.ServiceModel;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has to hold: what one list shows after every step, the rest now and then. */
final class Invariants {

    /** The states that may follow when a service is left alone. */
    private static final Map<String, Set<String>> AHEAD = Map.of(
            "REBUILDING", Set.of("REBUILDING", "REBALANCING", "RUNNING"),
            "REBALANCING", Set.of("REBALANCING", "RUNNING"),
            "RUNNING", Set.of("RUNNING"),
            "POWEROFF", Set.of("POWEROFF"));

    private static final Set<String> CHANGES = Set.of(
            "project_create",
            "service_create",
            "service_delete",
            "service_update",
            "service_poweron",
            "service_poweroff",
            "service_maintenance_start",
            "service_integration_create",
            "service_integration_delete");

    private final Conversation api;
    private final World world;

    Invariants(Conversation api, World world) {
        this.api = api;
        this.world = world;
    }

    /** What the lists show. */
    void glance() {
        world.projects.values().forEach(project -> services(project).forEach(listed -> check(project, listed)));
    }

    /** All of it. */
    void check() {
        Set<String> listed = names(api.get("/project").at("/projects"), "project_name");
        same("projects listed", listed, world.projects.keySet());
        world.deletedProjects.forEach(name -> gone("/project/" + name));
        world.projects.values().forEach(this::check);
    }

    private void check(ProjectModel project) {
        same("tags of " + project.name, api.get(project.path() + "/tags").at("/tags"), json(project.tags));
        same("tags in " + project.name, api.get(project.path()).at("/project/tags"), json(project.tags));
        for (JsonNode listed : services(project)) {
            ServiceModel service = check(project, listed);
            same("list and get of " + service.name, api.get(service.path()).at("/service"), listed);
            same("tags of " + service.name, api.get(service.path() + "/tags").at("/tags"), json(service.tags));
        }
        project.deletedServices.forEach(name -> gone(project.path() + "/service/" + name));
        Map<String, Integer> events = new TreeMap<>();
        api.get(project.path() + "/events")
                .at("/events")
                .forEach(event -> events.merge(event.path("event_type").asText(), 1, Integer::sum));
        // That a build is over is told too, at a time of the emulator's choice.
        events.keySet().retainAll(CHANGES);
        same("events of " + project.name, events, project.events);
    }

    private JsonNode services(ProjectModel project) {
        JsonNode services = api.get(project.path() + "/service").at("/services");
        same("services listed in " + project.name, names(services, "service_name"), project.services.keySet());
        return services;
    }

    private static ServiceModel check(ProjectModel project, JsonNode json) {
        ServiceModel service =
                requireNonNull(project.services.get(json.path("service_name").asText()));
        same("plan of " + service.name, json.path("plan").asText(), service.plan);
        same("type of " + service.name, json.path("service_type").asText(), service.type);
        same(
                "protection of " + service.name,
                json.path("termination_protection").asBoolean(),
                service.isProtected);
        same("tags in " + service.name, json.path("tags"), json(service.tags));
        Set<String> users = names(json.path("users"), "username");
        Broken.unless(users.containsAll(service.users), () -> service.name + " has only the users " + users);
        same("integrations of " + service.name, integrations(json), service.integrations);
        checkState(service, json);
        Instant updated = Instant.parse(json.path("update_time").asText());
        Broken.unless(!updated.isBefore(service.updated), () -> "update_time of " + service.name + " went back");
        service.updated = updated;
        checkPorts(service, json);
        return service;
    }

    private static Set<String> integrations(JsonNode json) {
        return names(json.path("service_integrations"), "service_integration_id");
    }

    private static void checkState(ServiceModel service, JsonNode json) {
        String state = json.path("state").asText();
        Broken.unless(AHEAD.containsKey(state), () -> service.name + " is in the unknown state " + state);
        same("power of " + service.name, !state.equals("POWEROFF"), service.powered);
        service.state
                .filter(before -> !service.rebuilt)
                .ifPresent(before -> Broken.unless(
                        AHEAD.getOrDefault(before, Set.of()).contains(state),
                        () -> service.name + " went from " + before + " to " + state));
        service.state = Optional.of(state);
        service.rebuilt = false;
        Set<String> nodes = names(json.path("node_states"), "state");
        int count = json.path("node_states").size();
        switch (state) {
            case "POWEROFF" -> same("nodes of the powered-off " + service.name, count, 0);
            case "RUNNING" -> {
                same("node states of the running " + service.name, nodes, Set.of("running"));
                same("nodes of " + service.name, count, json.path("node_count").asInt());
            }
            case "REBALANCING" -> Broken.unless(count > 1, () -> service.name + " rebalances one node");
            default ->
                Broken.unless(
                        !nodes.equals(Set.of("running")), () -> service.name + " is rebuilding with all nodes running");
        }
    }

    private static void checkPorts(ServiceModel service, JsonNode json) {
        Map<String, Integer> ports = new HashMap<>();
        for (JsonNode component : json.path("components")) {
            String key = component.path("component").asText() + " "
                    + component.path("route").asText() + " "
                    + component.path("usage").asText() + " "
                    + component.path("kafka_authentication_method").asText() + " "
                    + component.path("privatelink_connection_id").asText();
            ports.put(key, component.path("port").asInt());
        }
        service.ports.forEach((key, port) -> {
            if (ports.containsKey(key)) {
                same("port of " + service.name + " for " + key, ports.get(key), port);
            }
        });
        service.ports = Map.copyOf(ports);
    }

    private void gone(String path) {
        same("GET " + path + " of something deleted", api.get(path).status(), 404);
    }

    static void same(String what, Object actual, Object expected) {
        Broken.unless(actual.equals(expected), () -> what + ": " + actual + " instead of " + expected);
    }

    private static JsonNode json(Map<String, String> tags) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        tags.forEach(json::put);
        return json;
    }

    private static Set<String> names(JsonNode array, String field) {
        Set<String> names = new TreeSet<>();
        array.forEach(element -> names.add(element.path(field).asText()));
        return names;
    }
}

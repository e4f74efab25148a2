package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAnswer;
import io.github.aivenjunit.emulator.engine.SchemaRegistryRequest;
import io.github.aivenjunit.emulator.engine.SchemaRegistryServer;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Bodies;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The schema registry of a Kafka service, asked through the API: the registry's own answers in the API's envelopes, and its
 * refusals with their status and words.
 */
final class SchemaRoutes {

    private static final List<String> TYPES = List.of("AVRO", "JSON", "PROTOBUF");
    private static final List<String> LEVELS = List.of(
            "BACKWARD", "BACKWARD_TRANSITIVE", "FORWARD", "FORWARD_TRANSITIVE", "FULL", "FULL_TRANSITIVE", "NONE");
    private static final int SCHEMA_LENGTH = 1_048_576;
    private static final int MOST_REFERENCES = 128;

    private final Platform platform;
    private final Bodies bodies;

    SchemaRoutes(Platform platform, Bodies bodies) {
        this.platform = platform;
        this.bodies = bodies;
    }

    void addTo(Routes routes) {
        String registry = "/project/{project}/service/{service_name}/kafka/schema";
        String subject = registry + "/subjects/{subject_name}";
        String version = subject + "/versions/{version_id}";
        routes.add(
                "GET",
                registry + "/subjects",
                "ServiceSchemaRegistrySubjects",
                call -> get(call, "/subjects", in("subjects")));
        routes.add("DELETE", subject, "ServiceSchemaRegistrySubjectDelete", call -> delete(call, subjectOf(call)));
        routes.add(
                "GET",
                subject + "/versions",
                "ServiceSchemaRegistrySubjectVersionsGet",
                call -> get(call, versionsOf(call), in("versions")));
        routes.add(
                "POST",
                subject + "/versions",
                "ServiceSchemaRegistrySubjectVersionPost",
                call -> send(call, "POST", versionsOf(call), schema(call.input())));
        routes.add(
                "GET",
                version,
                "ServiceSchemaRegistrySubjectVersionGet",
                call -> get(call, versionOf(call), in("version")));
        routes.add(
                "DELETE", version, "ServiceSchemaRegistrySubjectVersionDelete", call -> delete(call, versionOf(call)));
        routes.add(
                "GET",
                registry + "/schemas/ids/{schema_id}",
                "ServiceSchemaRegistrySchemaGet",
                call -> get(call, "/schemas/ids/" + encoded(call, "schema_id"), json -> json));
        routes.add(
                "GET",
                registry + "/config",
                "ServiceSchemaRegistryGlobalConfigGet",
                call -> get(call, "/config", json -> json));
        routes.add(
                "PUT",
                registry + "/config",
                "ServiceSchemaRegistryGlobalConfigPut",
                call -> send(call, "PUT", "/config", level(call.input())));
        routes.add(
                "GET",
                registry + "/config/{subject_name}",
                "ServiceSchemaRegistrySubjectConfigGet",
                call -> ask(
                        call,
                        "GET",
                        configOf(call),
                        "defaultToGlobal=" + flag(call, "global_default_fallback"),
                        "",
                        json -> json));
        routes.add(
                "PUT",
                registry + "/config/{subject_name}",
                "ServiceSchemaRegistrySubjectConfigPut",
                call -> send(call, "PUT", configOf(call), level(call.input())));
        routes.add(
                "POST",
                registry + "/compatibility/subjects/{subject_name}/versions/{version_id}",
                "ServiceSchemaRegistryCompatibility",
                call -> send(call, "POST", "/compatibility" + versionOf(call), schema(call.input())));
    }

    /** Whether the service was created with a schema registry. */
    static boolean hasRegistry(Service service) {
        return service.order().userConfig().path("schema_registry").asBoolean(false);
    }

    static Service kafka(Service service) {
        if (!service.type().code().equals("kafka")) {
            throw Refusal.of(400, "Service type '" + service.type().code() + "' does not support schemas");
        }
        return service;
    }

    private Reply get(Call call, String path, Function<JsonNode, JsonNode> envelope) {
        return ask(call, "GET", path, "", "", envelope);
    }

    private Reply send(Call call, String method, String path, ObjectNode body) {
        return ask(call, method, path, "", bodies.write(body), json -> json);
    }

    private Reply delete(Call call, String path) {
        return ask(
                call,
                "DELETE",
                path,
                "permanent=" + flag(call, "permanent"),
                "",
                json -> Reply.object().put("message", "deleted"));
    }

    private Reply ask(
            Call call, String method, String path, String query, String body, Function<JsonNode, JsonNode> envelope) {
        Service service = kafka(platform.project(call.project()).service(call.service()));
        if (!hasRegistry(service)) {
            throw Refusal.of(403, "Schema registry is not enabled for this service");
        }
        SchemaRegistryServer server = service.power()
                .server(SchemaRegistryServer.class)
                .orElseThrow(() -> Refusal.of(
                        400,
                        "The emulator has no schema registry without a Kafka server. Add"
                                + " io.github.aivenjunit:aiven-junit-engine-kafka to the test classpath, or run"
                                + " against Aiven."));
        requireRunning(service, method);
        return new Reply.Deferred(() -> {
            SchemaRegistryAnswer answer =
                    server.askSchemaRegistry(new SchemaRegistryRequest(method, path, query, body));
            JsonNode json = bodies.parse(answer.body());
            if (answer.status() >= 400) {
                throw Refusal.of(answer.status(), json.path("message").asText());
            }
            return Reply.ok(envelope.apply(json));
        });
    }

    private static void requireRunning(Service service, String method) {
        if (service.state() == ServiceState.POWEROFF && !method.equals("GET")) {
            throw Refusal.of(409, "not_powered", "Database not powered on");
        }
        if (!service.isAccepting()) {
            throw Refusal.of(503, "An error occurred. Please try again later.");
        }
    }

    private static ObjectNode schema(Input input) {
        ObjectNode body = Reply.object().put("schema", input.requiredText("schema", SCHEMA_LENGTH));
        Optional<String> type = input.oneOf("schemaType", TYPES);
        type.ifPresent(chosen -> body.put("schemaType", chosen));
        List<JsonNode> references = input.array("references", MOST_REFERENCES);
        body.putArray("references").addAll(references);
        return body;
    }

    private static ObjectNode level(Input input) {
        input.requiredText("compatibility", Integer.MAX_VALUE);
        return Reply.object()
                .put("compatibility", input.oneOf("compatibility", LEVELS).orElseThrow());
    }

    private static Function<JsonNode, JsonNode> in(String name) {
        return json -> Reply.object().set(name, json);
    }

    private static String subjectOf(Call call) {
        return "/subjects/" + encoded(call, "subject_name");
    }

    private static String versionsOf(Call call) {
        return subjectOf(call) + "/versions";
    }

    private static String versionOf(Call call) {
        return versionsOf(call) + "/" + encoded(call, "version_id");
    }

    private static String configOf(Call call) {
        return "/config/" + encoded(call, "subject_name");
    }

    private static String encoded(Call call, String variable) {
        return URLEncoder.encode(call.path(variable), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static boolean flag(Call call, String name) {
        return call.query(name).map(Boolean::parseBoolean).orElse(false);
    }
}

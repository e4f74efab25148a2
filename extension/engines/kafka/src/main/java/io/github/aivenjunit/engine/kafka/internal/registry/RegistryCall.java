package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request to the registry.
 *
 * @param path its decoded segments
 */
record RegistryCall(Caller caller, String method, List<String> path, Map<String, String> query, String body) {

    private static final Set<String> MEMBERS = Set.of("schema", "schemaType", "references", "metadata", "ruleSet");

    /** Decodes a request; the query may be empty. */
    static RegistryCall of(Caller caller, String method, String path, String query, String body) {
        List<String> segments = new ArrayList<>();
        Map<String, String> parameters = new HashMap<>();
        try {
            Arrays.stream(path.split("/", -1))
                    .skip(1)
                    .map(segment -> decode(segment.replace("+", "%2B")))
                    .forEach(segments::add);
            for (String parameter : query.split("&", -1)) {
                String[] parts = parameter.split("=", 2);
                parameters.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
            }
        } catch (IllegalArgumentException malformed) {
            throw RegistryRefusal.malformed("Malformed percent-encoding");
        }
        if (segments.size() > 1 && segments.get(segments.size() - 1).isEmpty()) {
            segments.remove(segments.size() - 1);
        }
        return new RegistryCall(caller, method, segments, parameters, body);
    }

    boolean flag(String name) {
        return query.getOrDefault(name, "").equalsIgnoreCase("true");
    }

    ObjectNode json() {
        try {
            if (JsonText.read(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (InvalidSchemaException malformed) {
            throw RegistryRefusal.malformed("Malformed request: " + malformed.getMessage());
        }
        throw RegistryRefusal.malformed("Malformed request");
    }

    /** The schema in the body. */
    SchemaText schema(SchemaStore store) {
        ObjectNode json = json();
        json.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw RegistryRefusal.unprocessable(422, "Unrecognized field: " + name);
            }
        });
        SchemaKind kind = SchemaKind.of(
                json.hasNonNull("schemaType") ? json.path("schemaType").asText() : "AVRO");
        JsonNode schema = json.path("schema");
        if (!schema.isTextual() || schema.textValue().isBlank()) {
            throw RegistryRefusal.unprocessable(42201, "Empty schema");
        }
        List<SchemaReference> references = references(json.path("references"), store);
        if (kind != SchemaKind.AVRO && !references.isEmpty()) {
            throw RegistryRefusal.unprocessable(
                    44302, "Schema references are not supported for '" + kind + "' schema type");
        }
        try {
            return new SchemaText(kind, JsonText.read(schema.textValue()), references);
        } catch (InvalidSchemaException noJson) {
            throw RegistryRefusal.unprocessable(42201, "Invalid " + kind + " schema. Error: " + noJson.getMessage());
        }
    }

    CompatibilityLevel level() {
        return Optional.of(json().path("compatibility"))
                .filter(JsonNode::isTextual)
                .flatMap(level -> CompatibilityLevel.of(level.textValue()))
                .orElseThrow(() -> RegistryRefusal.unprocessable(
                        42203,
                        "Invalid compatibility level. Valid values are none, backward, forward, full,"
                                + " backward_transitive, forward_transitive, and full_transitive"));
    }

    /** A reference to version -1 is one to the version that is the latest now. */
    private static List<SchemaReference> references(JsonNode json, SchemaStore store) {
        List<SchemaReference> references = new ArrayList<>();
        if (!json.isArray() && !json.isMissingNode() && !json.isNull()) {
            throw RegistryRefusal.malformed("Expected array of `references`");
        }
        for (JsonNode reference : json) {
            String subject = reference.path("subject").asText();
            JsonNode version = reference.path("version");
            if (!reference.path("name").isTextual() || subject.isEmpty() || !version.isIntegralNumber()) {
                throw RegistryRefusal.unprocessable(42201, "A reference needs name, subject and version");
            }
            int number = version.intValue();
            if (number == -1) {
                number = store.versions(subject).stream()
                        .filter(candidate -> !candidate.deleted())
                        .mapToInt(SchemaVersion::number)
                        .max()
                        .orElse(number);
            }
            references.add(new SchemaReference(reference.path("name").asText(), subject, number));
        }
        return references;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

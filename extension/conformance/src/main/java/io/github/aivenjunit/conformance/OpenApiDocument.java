package io.github.aivenjunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations of an OpenAPI document, with their schemas as JSON Schema. Immutable. */
final class OpenApiDocument {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode root;
    private final List<Operation> operations = new ArrayList<>();
    private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();
    private final ObjectNode error;
    private final Set<String> errorCodes = new HashSet<>();

    OpenApiDocument(JsonNode root) {
        this.root = root;
        root.at("/components/schemas")
                .properties()
                .forEach(entry -> definitions.set(entry.getKey(), SchemaDialect.jsonSchema(entry.getValue())));
        error = SchemaDialect.jsonSchema(
                schema(root.at("/components/responses/Error")).orElse(JsonNodeFactory.instance.objectNode()));
        root.at("/info/x-error-codes").forEach(code -> errorCodes.add(code.asText()));
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operations.add(operation(path.getKey(), operation.getKey(), operation.getValue()));
                    }
                }));
    }

    static OpenApiDocument read(URL place) throws IOException {
        try (InputStream text = place.openStream()) {
            return new OpenApiDocument(new JsonMapper().readTree(text));
        }
    }

    int size() {
        return operations.size();
    }

    /** The operation of a path in its segments, decoded. One without variables wins. */
    Optional<Operation> find(String method, List<String> path) {
        Optional<Operation> found = Optional.empty();
        for (Operation operation : operations) {
            if (operation.matches(method, path)
                    && found.filter(other -> other.variables().size()
                                    <= operation.variables().size())
                            .isEmpty()) {
                found = Optional.of(operation);
            }
        }
        return found;
    }

    /** What a refusal looks like where the operation does not say. */
    JsonNode error() {
        return error;
    }

    /** The error codes of all operations. */
    Set<String> errorCodes() {
        return errorCodes;
    }

    /** What the schemas' references point to. */
    JsonNode definitions() {
        return definitions;
    }

    private Operation operation(String path, String method, JsonNode json) {
        String whole = path.startsWith("/v2/") ? path : "/v1" + path;
        List<String> template = Arrays.asList(whole.substring(1).split("/", -1));
        Map<String, JsonNode> variables = new HashMap<>();
        Map<String, JsonNode> query = new HashMap<>();
        for (JsonNode reference : json.path("parameters")) {
            JsonNode parameter = reference.has("$ref")
                    ? root.at(reference.path("$ref").asText().substring(1))
                    : reference;
            JsonNode schema = SchemaDialect.jsonSchema(parameter.path("schema"));
            String place = parameter.path("in").asText();
            if (place.equals("path")) {
                variables.put(parameter.path("name").asText(), schema);
            } else if (place.equals("query")) {
                query.put(parameter.path("name").asText(), schema);
            }
        }
        Map<Integer, Optional<JsonNode>> answers = new HashMap<>();
        json.path("responses").properties().forEach(answer -> {
            if (!answer.getKey().equals("default")) {
                answers.put(
                        Integer.valueOf(answer.getKey()),
                        schema(answer.getValue()).map(SchemaDialect::jsonSchema));
            }
        });
        return new Operation(
                json.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                template,
                variables,
                query,
                schema(json.path("requestBody")).map(SchemaDialect::jsonSchema),
                answers);
    }

    private static Optional<JsonNode> schema(JsonNode holder) {
        JsonNode schema = holder.path("content").path("application/json").path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
    }
}

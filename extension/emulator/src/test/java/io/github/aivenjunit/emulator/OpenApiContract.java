package io.github.aivenjunit.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks answers against the published contract: operation, type, required and enumerated values. */
final class OpenApiContract {

    private final JsonNode document;

    OpenApiContract(Path file) throws IOException {
        document = new JsonMapper().readTree(file.toFile());
    }

    /** What is wrong with an answer, empty when nothing is. */
    List<String> problems(String method, String path, TestEmulator.Answer answer) {
        String place = method + " " + path;
        for (Map.Entry<String, JsonNode> candidate : document.path("paths").properties()) {
            String shape = candidate.getKey().replaceAll("\\{[a-z_]+}", "[^/]+");
            JsonNode operation = candidate.getValue().path(method.toLowerCase(Locale.ROOT));
            if (Pattern.matches(shape, path) && !operation.isMissingNode()) {
                JsonNode response = operation.path("responses").path(Integer.toString(answer.status()));
                if (response.isMissingNode()) {
                    return List.of(place + ": status " + answer.status() + " is not documented");
                }
                List<String> problems = new ArrayList<>();
                JsonNode content = response.path("content").path("application/json");
                if (!content.isMissingNode()) {
                    check(content.path("schema"), answer.json(), place + " ", problems);
                }
                return problems;
            }
        }
        return List.of(place + ": no such operation");
    }

    private void check(JsonNode reference, JsonNode value, String place, List<String> problems) {
        JsonNode schema = resolve(reference);
        if (value.isNull()) {
            if (!schema.path("nullable").asBoolean()
                    && !reference.path("nullable").asBoolean()) {
                problems.add(place + " is null");
            }
            return;
        }
        String type = schema.path("type").asText("");
        if (!hasType(type, value)) {
            problems.add(place + " is no " + type + ": " + value);
            return;
        }
        JsonNode allowed = schema.path("enum");
        if (allowed.isArray() && !contains(allowed, value)) {
            problems.add(place + " is none of the allowed values: " + value);
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                problems.add(place + "." + name.asText() + " is missing");
            }
        });
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            JsonNode known = schema.path("properties").path(property.getKey());
            JsonNode others = schema.path("additionalProperties");
            if (!known.isMissingNode()) {
                check(known, property.getValue(), place + "." + property.getKey(), problems);
            } else if (others.isObject()) {
                check(others, property.getValue(), place + "." + property.getKey(), problems);
            }
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.path("items"), value.get(i), place + "[" + i + "]", problems);
            }
        }
    }

    private JsonNode resolve(JsonNode schema) {
        JsonNode found = schema;
        while (found.has("$ref")) {
            found = document.at(found.path("$ref").asText().substring(1));
        }
        return found;
    }

    private static boolean hasType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    private static boolean contains(JsonNode allowed, JsonNode value) {
        for (JsonNode candidate : allowed) {
            if (candidate.equals(value)) {
                return true;
            }
        }
        return false;
    }
}

package io.github.aivenjunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Turns schemas of OpenAPI 3.0 into JSON Schema: {@code nullable} becomes a type, and an object that lists its
 * properties has no others, which OpenAPI leaves unsaid. Examples and extensions go.
 */
final class SchemaDialect {

    private static final Set<String> KEPT =
            Set.of("type", "enum", "required", "minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SchemaDialect() {}

    static ObjectNode jsonSchema(JsonNode openApi) {
        ObjectNode schema = NODES.objectNode();
        openApi.properties().forEach(entry -> {
            if (KEPT.contains(entry.getKey())) {
                schema.set(entry.getKey(), entry.getValue());
            }
        });
        if (openApi.has("$ref")) {
            schema.put("$ref", openApi.path("$ref").asText().replace("#/components/schemas/", "#/$defs/"));
        }
        if (openApi.has("items")) {
            schema.set("items", jsonSchema(openApi.path("items")));
        }
        JsonNode properties = openApi.path("properties");
        if (!properties.isEmpty()) {
            ObjectNode converted = schema.putObject("properties");
            properties.properties().forEach(entry -> converted.set(entry.getKey(), jsonSchema(entry.getValue())));
        }
        JsonNode others = openApi.path("additionalProperties");
        if (others.isObject()) {
            schema.set("additionalProperties", jsonSchema(others));
        } else if (others.isMissingNode() && !properties.isEmpty()) {
            schema.put("additionalProperties", false);
        }
        return openApi.path("nullable").asBoolean() ? nullable(schema) : schema;
    }

    private static ObjectNode nullable(ObjectNode schema) {
        ObjectNode either = NODES.objectNode();
        if (schema.has("$ref")) {
            ArrayNode choices = either.putArray("anyOf");
            choices.add(schema);
            choices.addObject().put("type", "null");
            return either;
        }
        either.setAll(schema);
        if (schema.has("type")) {
            either.putArray("type").add(schema.get("type")).add("null");
        }
        if (schema.has("enum")) {
            either.putArray("enum").addAll((ArrayNode) schema.get("enum")).addNull();
        }
        return either;
    }
}

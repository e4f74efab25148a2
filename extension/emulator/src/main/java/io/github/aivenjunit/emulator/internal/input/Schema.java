package io.github.aivenjunit.emulator.internal.input;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The part of JSON schema that describes {@code user_config}: type, enum, range, length, items, properties and whether
 * others are allowed.
 */
public final class Schema {

    private final JsonNode schema;

    public Schema(JsonNode schema) {
        this.schema = schema;
    }

    /** The schema itself, as the API publishes it. */
    public JsonNode json() {
        return schema;
    }

    /** Refuses a value that does not fit. */
    public void check(JsonNode value) {
        check(schema, value);
    }

    private static void check(JsonNode schema, JsonNode value) {
        checkType(schema.path("type"), value);
        JsonNode allowed = schema.path("enum");
        if (allowed.isArray()
                && !StreamSupport.stream(allowed.spliterator(), false).anyMatch(value::equals)) {
            throw Refusal.invalidInput(Quoted.of(value) + " is not one of " + Quoted.of(allowed));
        }
        if (value.isNumber()) {
            checkRange(schema, value);
        }
        if (value.isArray() && schema.has("items")) {
            value.forEach(element -> check(schema.path("items"), element));
        }
        if (value.isObject()) {
            checkProperties(schema, value);
        }
    }

    private static void checkType(JsonNode types, JsonNode value) {
        List<String> expected = new ArrayList<>();
        if (types.isTextual()) {
            expected.add(types.textValue());
        } else {
            types.forEach(type -> expected.add(type.textValue()));
        }
        if (expected.isEmpty() || expected.stream().anyMatch(type -> isOfType(value, type))) {
            return;
        }
        throw Refusal.invalidInput(Quoted.of(value) + " is not of type "
                + String.join(
                        ", ", expected.stream().map(type -> "'" + type + "'").toList()));
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber() && Double.isFinite(value.doubleValue());
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> throw new IllegalStateException("The schema names the unknown type " + type + ".");
        };
    }

    private static void checkRange(JsonNode schema, JsonNode value) {
        if (schema.has("minimum")
                && value.decimalValue().compareTo(schema.path("minimum").decimalValue()) < 0) {
            throw Refusal.invalidInput(Quoted.of(value) + " is less than the minimum of " + schema.path("minimum"));
        }
        if (schema.has("maximum")
                && value.decimalValue().compareTo(schema.path("maximum").decimalValue()) > 0) {
            throw Refusal.invalidInput(Quoted.of(value) + " is greater than the maximum of " + schema.path("maximum"));
        }
    }

    private static void checkProperties(JsonNode schema, JsonNode value) {
        JsonNode properties = schema.path("properties");
        List<String> unexpected = new ArrayList<>();
        value.properties().forEach(member -> {
            if (properties.has(member.getKey())) {
                check(properties.path(member.getKey()), member.getValue());
            } else if (!schema.path("additionalProperties").asBoolean(true)) {
                unexpected.add("'" + member.getKey() + "'");
            }
        });
        if (!unexpected.isEmpty()) {
            throw Refusal.invalidInput("Additional properties are not allowed (" + String.join(", ", unexpected)
                    + (unexpected.size() == 1 ? " was" : " were") + " unexpected)");
        }
    }
}

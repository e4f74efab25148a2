package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.apicurio.registry.rules.compatibility.jsonschema.JsonSchemaDiffLibrary;
import io.apicurio.registry.rules.compatibility.jsonschema.diff.DiffContext;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.everit.json.schema.Schema;
import org.everit.json.schema.SchemaException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONException;
import org.json.JSONTokener;

/*
 * The checker takes a single type and a list of types for different things, so that making a property nullable would be a
 * break. Hence a second look at schemas in which every type is a list, which means the same.
 */
/** A JSON Schema of draft 7, or of the older one that it names. */
record ParsedJson(JsonNode json, Schema schema) implements ParsedSchema {

    /** Their values are data, not schemas. */
    private static final Set<String> DATA = Set.of("const", "default", "enum", "examples");

    static ParsedJson of(JsonNode json) {
        return new ParsedJson(json, load(json));
    }

    @Override
    public List<String> problemsReading(ParsedSchema writer) {
        if (!(writer instanceof ParsedJson other)) {
            return List.of("The schema types differ.");
        }
        DiffContext asWritten = JsonSchemaDiffLibrary.findDifferences(other.schema, schema);
        if (asWritten.foundAllDifferencesAreCompatible()
                || JsonSchemaDiffLibrary.findDifferences(
                                load(withListsOfTypes(other.json)), load(withListsOfTypes(json)))
                        .foundAllDifferencesAreCompatible()) {
            return List.of();
        }
        return asWritten.getIncompatibleDifferences().stream()
                .map(found -> found.getDiffType() + " at #" + found.getPathUpdated())
                .sorted()
                .toList();
    }

    @Override
    public JsonNode normalized() {
        return sorted(json);
    }

    private static Schema load(JsonNode json) {
        try {
            return SchemaLoader.builder()
                    .draftV7Support()
                    .schemaClient(address -> {
                        throw new InvalidSchemaException("The registry loads no schema from " + address + ".");
                    })
                    .schemaJson(new JSONTokener(json.toString()).nextValue())
                    .build()
                    .load()
                    .build();
        } catch (SchemaException | JSONException | UncheckedIOException | ClassCastException invalid) {
            throw new InvalidSchemaException(invalid);
        }
    }

    private static JsonNode withListsOfTypes(JsonNode json) {
        if (json instanceof ArrayNode array) {
            ArrayNode changed = array.arrayNode();
            array.forEach(element -> changed.add(withListsOfTypes(element)));
            return changed;
        }
        if (!(json instanceof ObjectNode object)) {
            return json;
        }
        ObjectNode changed = JsonText.object();
        object.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (member.getKey().equals("type") && value.isTextual()) {
                changed.putArray("type").add(value);
            } else {
                changed.set(member.getKey(), DATA.contains(member.getKey()) ? value : withListsOfTypes(value));
            }
        });
        return changed;
    }

    private static JsonNode sorted(JsonNode json) {
        if (json instanceof ArrayNode array) {
            ArrayNode changed = array.arrayNode();
            array.forEach(element -> changed.add(sorted(element)));
            return changed;
        }
        if (!(json instanceof ObjectNode object)) {
            return json;
        }
        Map<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
        ObjectNode changed = JsonText.object();
        members.forEach(changed::set);
        return changed;
    }
}

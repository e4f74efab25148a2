package io.github.aivenjunit.emulator.internal.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.fault.Fault;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/**
 * Faults as JSON: {@code {"fault": "ServerError", "target": {"operationId": "ProjectCreate", "times": 1}, "status": 502,
 * "moment": "AFTER_COMMIT"}}. The names are those of the records and of their components, and durations are written as
 * {@code PT5S}. A {@link FaultReader} reads them.
 */
public final class FaultJson {

    static final String KIND = "fault";

    private FaultJson() {}

    /** A fault. */
    public static ObjectNode write(Fault fault) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(KIND, fault.getClass().getSimpleName());
        json.setAll(record((Record) fault));
        return json;
    }

    /** All kinds with their components, for a form. */
    public static ArrayNode kinds() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        FaultRecords.all().forEach(kind -> describe(all.addObject().put(KIND, kind.getSimpleName()), kind));
        return all;
    }

    private static void describe(ObjectNode json, Class<?> kind) {
        ArrayNode components = json.putArray("components");
        FaultRecords.components(kind).forEach(component -> describe(components.addObject(), component));
    }

    private static void describe(ObjectNode json, RecordComponent component) {
        Class<?> type = FaultRecords.inner(component);
        json.put("name", component.getName())
                .put("type", type.isEnum() ? "Enum" : type.getSimpleName())
                .put("optional", FaultRecords.otherwise(component).isPresent());
        if (type.isEnum()) {
            ArrayNode values = json.putArray("values");
            Arrays.stream(type.getEnumConstants()).forEach(value -> values.add(((Enum<?>) value).name()));
        } else if (type.isRecord()) {
            describe(json, type);
        }
    }

    private static ObjectNode record(Record value) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        FaultRecords.components(value.getClass())
                .forEach(component -> node(FaultRecords.component(component, value))
                        .ifPresent(node -> json.set(component.getName(), node)));
        return json;
    }

    private static Optional<JsonNode> node(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(FaultJson::node);
        }
        if (value instanceof Record nested) {
            return Optional.of(record(nested));
        }
        if (value instanceof Number) {
            return Optional.of(JsonNodeFactory.instance.pojoNode(value));
        }
        return Optional.of(
                JsonNodeFactory.instance.textNode(value instanceof Enum<?> named ? named.name() : value.toString()));
    }
}

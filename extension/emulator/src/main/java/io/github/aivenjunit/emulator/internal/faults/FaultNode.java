package io.github.aivenjunit.emulator.internal.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.fault.Target;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A fault as a JSON object, its target being one inside it. */
final class FaultNode implements FaultSource {

    private final JsonNode json;
    private final List<String> known = new ArrayList<>();

    FaultNode(JsonNode json) {
        this.json = json;
    }

    @Override
    public String kind() {
        return json.path(FaultJson.KIND).asText();
    }

    @Override
    public Optional<Object> value(RecordComponent component) {
        known.add(component.getName());
        return given(json, component).map(node -> {
            String where = kind() + "." + component.getName();
            return component.getType() == Target.class ? target(node, where) : scalar(component, node, where);
        });
    }

    @Override
    public IllegalArgumentException lacks(RecordComponent component) {
        return new IllegalArgumentException(kind() + " lacks '" + component.getName() + "'. Add it.");
    }

    @Override
    public void requireAllUsed() {
        json.fieldNames().forEachRemaining(name -> {
            if (!name.equals(FaultJson.KIND)) {
                requireKnown(name, known, kind());
            }
        });
    }

    @Override
    public String operation() {
        return "operationId";
    }

    private static Object target(JsonNode json, String where) {
        if (!json.isObject()) {
            throw new IllegalArgumentException(where + " is not an object. Write its components in braces.");
        }
        List<String> known = FaultRecords.components(Target.class)
                .map(RecordComponent::getName)
                .toList();
        json.fieldNames().forEachRemaining(name -> requireKnown(name, known, where));
        List<Object> values = FaultRecords.components(Target.class)
                .map(component -> given(json, component)
                        .map(node -> scalar(component, node, where + "." + component.getName()))
                        .orElseGet(() -> FaultRecords.component(component, Target.anyRequest())))
                .toList();
        return FaultRecords.make(Target.class, values);
    }

    private static Optional<JsonNode> given(JsonNode json, RecordComponent component) {
        return Optional.ofNullable(json.get(component.getName())).filter(node -> !node.isNull());
    }

    private static Object scalar(RecordComponent component, JsonNode json, String where) {
        Class<?> type = FaultRecords.inner(component);
        try {
            if (json.isNumber() != type.isPrimitive() || !json.isValueNode()) {
                throw new IllegalArgumentException(type.isPrimitive() ? "no number" : "no text");
            }
            return FaultRecords.wrapped(component, FaultRecords.parse(type, json.asText()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    where + " cannot be '" + json.asText() + "': " + e.getMessage() + ". Change it.", e);
        }
    }

    private static void requireKnown(String name, List<String> known, String where) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException("There is no '" + name + "' in " + where + ". "
                    + (known.isEmpty() ? "Remove it." : "Use " + NearMatches.of(name, known) + "."));
        }
    }
}

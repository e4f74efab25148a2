package io.github.aivenjunit.emulator.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.internal.catalogue.Catalogue;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.objenesis.Objenesis;
import org.objenesis.ObjenesisStd;

/** Reads what a {@link GraphWriter} wrote. For one snapshot. */
final class GraphReader {

    private final Surroundings surroundings;
    private final Objenesis objenesis = new ObjenesisStd();
    private final Map<Integer, Object> objects = new HashMap<>();

    GraphReader(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Gives an object that is there the stored fields of the one that was written.
     *
     * @throws IOException if the snapshot does not fit; the message is half a sentence
     */
    void fill(Object root, JsonNode json) throws IOException {
        objects.put(0, root);
        Map<Field, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : Fields.of(root.getClass())) {
            values.put(field, value(required(json, field.getName(), root.getClass())));
        }
        values.forEach((field, value) -> Fields.set(field, root, value));
    }

    private @Nullable Object value(JsonNode json) throws IOException {
        if (json.isNull()) {
            return null;
        }
        if (json.isTextual()) {
            return json.textValue();
        }
        if (json.isInt()) {
            return json.intValue();
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        String type = json.path("@").asText();
        JsonNode content = json.path("v");
        if (PlainValues.TEXTS.containsKey(type)) {
            return PlainValues.TEXTS.get(type).apply(content.asText());
        }
        return switch (type) {
            case "json" -> content;
            case "enum" -> constant(json);
            case "optional" -> Optional.ofNullable(value(content));
            case "int" -> content.isNull() ? OptionalInt.empty() : OptionalInt.of(content.intValue());
            case "long" ->
                content.isNull()
                        ? OptionalLong.empty()
                        : OptionalLong.of(Long.parseLong(content.path("v").asText()));
            case "map" -> Collections.unmodifiableMap(fillMap(new LinkedHashMap<>(), content));
            case "list" -> Collections.unmodifiableList(new ArrayList<>(items(content)));
            case "set" -> Collections.unmodifiableSet(new LinkedHashSet<>(items(content)));
            case "part" -> part(content.asText());
            case "type" -> Catalogue.get().type(content.asText());
            case "power" -> surroundings.power().apply(content.asText());
            case "lock" -> new ReentrantLock();
            case "same" -> known(content.asInt());
            default -> thing(type, json, content);
        };
    }

    private Object thing(String type, JsonNode json, JsonNode content) throws IOException {
        if (PlainValues.MAPS.containsKey(type)) {
            return fillMap(PlainValues.MAPS.get(type).get(), content);
        }
        if (PlainValues.COLLECTIONS.containsKey(type)) {
            Collection<Object> collection = PlainValues.COLLECTIONS.get(type).get();
            collection.addAll(items(content));
            return collection;
        }
        Class<?> own = Names.ofStored(type);
        return own.isRecord() ? record(own, json) : object(own, json);
    }

    private Object object(Class<?> type, JsonNode json) throws IOException {
        Object made = objenesis.newInstance(type);
        objects.put(json.path("#").asInt(), made);
        for (Field field : Fields.of(type)) {
            Fields.set(field, made, value(required(json, field.getName(), type)));
        }
        for (Field field : Fields.notStored(type)) {
            empty(field.getType()).ifPresent(collection -> Fields.set(field, made, collection));
        }
        return made;
    }

    private Object record(Class<?> type, JsonNode json) throws IOException {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(required(json, components[i].getName(), type));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException | IllegalArgumentException unfit) {
            throw new IOException("a " + Names.toStored(type) + " in it has other values now", unfit);
        }
    }

    private static JsonNode required(JsonNode json, String name, Class<?> type) throws IOException {
        JsonNode value = json.get(name);
        if (value == null) {
            throw new IOException("it does not say the " + name + " of a " + Names.toStored(type));
        }
        return value;
    }

    private static Object constant(JsonNode json) throws IOException {
        String name = json.path("v").asText();
        @Nullable Object[] constants = Names.ofStored(json.path("of").asText()).getEnumConstants();
        return Arrays.stream(constants == null ? new Object[0] : constants)
                .filter(constant ->
                        constant instanceof Enum<?> named && named.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no " + name + " any more"));
    }

    private Map<Object, Object> fillMap(Map<Object, Object> map, JsonNode pairs) throws IOException {
        for (JsonNode pair : pairs) {
            map.put(item(pair.path(0)), item(pair.path(1)));
        }
        return map;
    }

    private List<Object> items(JsonNode array) throws IOException {
        List<Object> items = new ArrayList<>();
        for (JsonNode json : array) {
            items.add(item(json));
        }
        return items;
    }

    private Object item(JsonNode json) throws IOException {
        Object item = value(json);
        if (item == null) {
            throw new IOException("it holds nothing where there must be something");
        }
        return item;
    }

    private Object part(String name) throws IOException {
        Object part = surroundings.parts().get(name);
        if (part == null) {
            throw new IOException("there is no " + name + " any more");
        }
        return part;
    }

    private Object known(int number) throws IOException {
        Object known = objects.get(number);
        if (known == null) {
            throw new IOException("it refers to something that it does not hold");
        }
        return known;
    }

    private static Optional<Object> empty(Class<?> type) {
        if (type == Deque.class) {
            return Optional.of(new ArrayDeque<>());
        }
        if (type == Set.class) {
            return Optional.of(new HashSet<>());
        }
        if (type == List.class) {
            return Optional.of(new ArrayList<>());
        }
        return type == Map.class ? Optional.of(new HashMap<>()) : Optional.empty();
    }
}

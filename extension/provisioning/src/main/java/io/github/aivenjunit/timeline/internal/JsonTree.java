package io.github.aivenjunit.timeline.internal;

import io.github.aivenjunit.watchdog.internal.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An object of a JSON document. What is not there, or is something else, is an {@link IllegalArgumentException}. */
final class JsonTree {

    private final Map<String, Object> fields;

    private JsonTree(Map<String, Object> fields) {
        this.fields = fields;
    }

    static JsonTree parse(String text) throws IOException {
        JsonReader reader = new JsonReader(new StringReader(text));
        Map<String, Object> fields = new LinkedHashMap<>();
        reader.document(name -> {
            fields.put(name, value(reader));
            return true;
        });
        return new JsonTree(fields);
    }

    Set<String> names() {
        return fields.keySet();
    }

    String text(String name) {
        return get(name, String.class);
    }

    boolean flag(String name) {
        return get(name, Boolean.class);
    }

    BigDecimal number(String name) {
        return get(name, BigDecimal.class);
    }

    Optional<BigDecimal> optionalNumber(String name) {
        return Optional.empty().equals(fields.get(name)) ? Optional.empty() : Optional.of(number(name));
    }

    JsonTree object(String name) {
        return get(name, JsonTree.class);
    }

    List<JsonTree> items(String name) {
        return all(get(name, List.class), JsonTree.class);
    }

    List<BigDecimal> numbers(String name) {
        return all(get(name, List.class), BigDecimal.class);
    }

    List<List<BigDecimal>> rows(String name) {
        List<List<BigDecimal>> rows = new ArrayList<>();
        for (Object row : get(name, List.class)) {
            rows.add(all(cast(row, List.class), BigDecimal.class));
        }
        return rows;
    }

    private <T> T get(String name, Class<T> type) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no '" + name + "'");
        }
        return cast(value, type);
    }

    private static <T> List<T> all(List<?> values, Class<T> type) {
        List<T> all = new ArrayList<>();
        values.forEach(value -> all.add(cast(value, type)));
        return all;
    }

    private static <T> T cast(Object value, Class<T> type) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("it has something that is no " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private static Object value(JsonReader reader) throws IOException {
        if (reader.isNull()) {
            return Optional.empty();
        }
        if (reader.begins('"')) {
            return reader.text();
        }
        if (reader.begins('t') || reader.begins('f')) {
            return reader.flag();
        }
        if (reader.begins('{')) {
            Map<String, Object> fields = new LinkedHashMap<>();
            reader.object(name -> {
                fields.put(name, value(reader));
                return true;
            });
            return new JsonTree(fields);
        }
        if (reader.begins('[')) {
            List<Object> items = new ArrayList<>();
            reader.array(() -> items.add(value(reader)));
            return items;
        }
        return new BigDecimal(reader.number());
    }
}

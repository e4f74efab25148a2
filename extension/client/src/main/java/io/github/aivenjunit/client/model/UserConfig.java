package io.github.aivenjunit.client.model;

import io.github.aivenjunit.client.internal.JsonText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@code user_config} of a service: a JSON object whose keys depend on the service type. Immutable.
 *
 * <p>A JSON null is kept, because the API takes it as "back to the default". {@link #toString()} shows the keys only:
 * values can be passwords.
 */
public final class UserConfig {

    private static final UserConfig EMPTY = new UserConfig(Map.of());

    private final Map<String, Object> values;

    private UserConfig(Map<String, Object> values) {
        this.values = values;
    }

    /** No setting at all. */
    public static UserConfig empty() {
        return EMPTY;
    }

    /**
     * Reads a JSON object; a blank text is the empty one.
     *
     * @throws IllegalArgumentException when the text is not one JSON object; the message names line and column
     */
    public static UserConfig parse(String json) {
        return json.isBlank() ? EMPTY : of(JsonText.object(json, "userConfig", "{\"pg_version\": \"17\"}"));
    }

    /**
     * Takes strings, numbers, booleans, null, and maps and lists of them.
     *
     * @throws IllegalArgumentException when a value has no JSON form; the message names its key
     */
    public static UserConfig of(Map<String, ? extends @Nullable Object> values) {
        return values.isEmpty() ? EMPTY : new UserConfig(object(values, ""));
    }

    /** The same with more settings at the top, which replace those of their name. */
    public UserConfig with(Map<String, ? extends @Nullable Object> more) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
        all.putAll(more);
        return of(all);
    }

    /** The settings, nested maps and lists included, all unmodifiable. Values can be null. */
    public Map<String, Object> asMap() {
        return values;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    private static Map<String, Object> object(Map<?, ?> values, String path) {
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException(
                        "userConfig has a key that is no text" + at(path) + ". Write keys as strings.");
            }
            put(copy, name, value, path.isEmpty() ? name : path + "." + name);
        });
        return Collections.unmodifiableMap(copy);
    }

    @SuppressWarnings("NullAway") // a JSON null is a value here, and java.util.Map has no type for it
    private static void put(Map<String, Object> target, String name, @Nullable Object value, String path) {
        target.put(name, value(value, path));
    }

    private static @Nullable Object value(@Nullable Object value, String path) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> object) {
            return object(object, path);
        }
        if (value instanceof Collection<?> array) {
            List<@Nullable Object> copy = new ArrayList<>();
            for (Object element : array) {
                copy.add(value(element, path + "[" + copy.size() + "]"));
            }
            return Collections.unmodifiableList(copy);
        }
        throw new IllegalArgumentException("userConfig has a "
                + value.getClass().getName() + at(path) + ". Use strings, numbers, booleans, maps and lists.");
    }

    private static String at(String path) {
        return path.isEmpty() ? "" : " at " + path;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserConfig config && values.equals(config.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "UserConfig" + values.keySet();
    }
}

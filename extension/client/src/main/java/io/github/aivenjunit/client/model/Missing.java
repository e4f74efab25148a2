package io.github.aivenjunit.client.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of the parts that an answer lacks: every record of this package holds complete, immutable values. */
final class Missing {

    private Missing() {}

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static Instant time(@Nullable Instant value) {
        return value == null ? Instant.EPOCH : value;
    }

    @SuppressWarnings("NullableOptional") // only the mapper leaves one out
    static <T> Optional<T> optional(@Nullable Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    static <T> List<T> list(@Nullable List<T> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    /** Keeps the order of the keys, drops keys without a value. */
    static <V> Map<String, V> map(@Nullable Map<String, V> values) {
        if (values == null) {
            return Map.of();
        }
        Map<String, V> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value != null) {
                copy.put(key, value);
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    /** A deep copy of a JSON object without its nulls. */
    static Map<String, Object> json(@Nullable Map<String, Object> values) {
        if (values == null) {
            return Map.of();
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value != null) {
                copy.put(key, jsonValue(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static Object jsonValue(Object value) {
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> copy = new LinkedHashMap<>();
            object.forEach((key, inner) -> {
                if (inner != null) {
                    copy.put(String.valueOf(key), jsonValue(inner));
                }
            });
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof Collection<?> array) {
            List<Object> copy = new ArrayList<>();
            for (Object inner : array) {
                if (inner != null) {
                    copy.add(jsonValue(inner));
                }
            }
            return Collections.unmodifiableList(copy);
        }
        return value;
    }

    /** The one field without which an object is useless. */
    static String identity(@Nullable String value, String field) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The field " + field + " is missing. Every such object carries it.");
        }
        return value;
    }

    /** A text that the caller of the client must give. */
    static String required(@Nullable String value, String what) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The " + what + " is blank. Give it a value.");
        }
        return value;
    }
}

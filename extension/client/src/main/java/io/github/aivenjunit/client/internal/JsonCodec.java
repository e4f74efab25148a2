package io.github.aivenjunit.client.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON as the API does: names in snake_case, unknown fields ignored, unreadable values empty. Streams
 * are read as they arrive, so that an answer of many megabytes costs only what is kept of it. An empty text is read as
 * an empty object. Thread-safe.
 */
public final class JsonCodec {

    private final JsonMapper mapper;

    private JsonCodec(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The whole text as one object. */
    public <T> T value(InputStream json, Class<T> type) throws IOException {
        return reading(json, parser -> {
            if (parser.currentToken() == null) {
                return needed(mapper.readValue("{}", type), "the object");
            }
            return needed(mapper.readValue(parser, type), "the object");
        });
    }

    /** The object under a key that has to be there. */
    public <T> T value(InputStream json, String key, Class<T> type) throws IOException {
        return under(
                json,
                key,
                parser -> {
                    @Nullable
                    T value = parser.currentToken() == JsonToken.VALUE_NULL ? null : mapper.readValue(parser, type);
                    return needed(value, key);
                },
                () -> needed(null, key));
    }

    /** The objects of the array under a key; none when the key is missing. */
    public <T> List<T> list(InputStream json, String key, Class<T> type) throws IOException {
        return list(json, key, type, ArrayList::new);
    }

    /** The objects of the array under a key that has to be there, because somebody acts on what is not in the array. */
    public <T> List<T> wholeList(InputStream json, String key, Class<T> type) throws IOException {
        return list(json, key, type, () -> needed(null, key));
    }

    private <T> List<T> list(InputStream json, String key, Class<T> type, Supplier<List<T>> absent) throws IOException {
        return under(
                json,
                key,
                parser -> {
                    if (parser.currentToken() == JsonToken.VALUE_NULL) {
                        return absent.get();
                    }
                    expect(parser, JsonToken.START_ARRAY, "an array");
                    List<T> values = new ArrayList<>();
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        if (parser.currentToken() != JsonToken.VALUE_NULL) {
                            values.add(needed(mapper.readValue(parser, type), key + "[" + values.size() + "]"));
                        }
                    }
                    return values;
                },
                absent);
    }

    /** The fields of the object under a key, those that can be read as the type; none when the key is missing. */
    public <T> Map<String, T> map(InputStream json, String key, Class<T> type) throws IOException {
        return under(json, key, parser -> fields(parser, type), LinkedHashMap::new);
    }

    /** The fields of the text's object, those that can be read as the type. */
    public <T> Map<String, T> map(InputStream json, Class<T> type) throws IOException {
        return reading(json, parser -> parser.currentToken() == null ? new LinkedHashMap<>() : fields(parser, type));
    }

    /** Takes any object, or nothing at all, and keeps nothing of it. */
    public void discard(InputStream json) throws IOException {
        reading(json, parser -> {
            if (parser.currentToken() != null) {
                expect(parser, JsonToken.START_OBJECT, "an object");
                parser.skipChildren();
            }
            return true;
        });
    }

    /** The object that a text is, with whatever types its values have; empty when it is no JSON object. */
    @SuppressWarnings("unchecked")
    public Optional<Map<String, Object>> tryObject(String json) {
        try {
            return mapper.readValue(json, Object.class) instanceof Map<?, ?> object
                    ? Optional.of((Map<String, Object>) object)
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    public String write(Map<String, Object> object) {
        try {
            return mapper.writeValueAsString(object);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "The request has a value with no JSON form. Use strings, numbers, booleans," + " maps and lists.");
        }
    }

    private <T> Map<String, T> fields(JsonParser parser, Class<T> type) throws IOException {
        Map<String, T> values = new LinkedHashMap<>();
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return values;
        }
        expect(parser, JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            @Nullable T value = parser.nextToken() == JsonToken.VALUE_NULL ? null : mapper.readValue(parser, type);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private <T> T under(InputStream json, String key, TokenReader<T> reader, Supplier<T> absent) throws IOException {
        return reading(json, parser -> {
            if (parser.currentToken() == null) {
                return absent.get();
            }
            expect(parser, JsonToken.START_OBJECT, "an object");
            Optional<T> found = Optional.empty();
            // On to the end of the object, also past the key: an answer cut off there is not an answer.
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = key.equals(parser.currentName());
                parser.nextToken();
                if (wanted) {
                    found = Optional.of(reader.read(parser));
                } else {
                    parser.skipChildren();
                }
            }
            return found.isPresent() ? found.get() : absent.get();
        });
    }

    private <T> T reading(InputStream json, TokenReader<T> reader) throws IOException {
        try (JsonParser parser = mapper.createParser(json)) {
            parser.nextToken();
            return reader.read(parser);
        } catch (JacksonException e) {
            throw new JsonMismatchException(describe(e));
        }
    }

    private static void expect(JsonParser parser, JsonToken token, String what) {
        if (parser.currentToken() != token) {
            throw new JsonMismatchException(what + " was expected at " + place(parser.currentTokenLocation()));
        }
    }

    private static <T> T needed(@Nullable T value, String what) {
        if (value == null) {
            throw new JsonMismatchException(what + " is missing or incomplete");
        }
        return value;
    }

    private static String describe(JacksonException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            StringBuilder path = new StringBuilder();
            for (JsonMappingException.Reference step : mapping.getPath()) {
                path.append(
                        step.getFieldName() == null
                                ? "[" + step.getIndex() + "]"
                                : (path.isEmpty() ? "" : ".") + step.getFieldName());
            }
            return path + " cannot be read";
        }
        return "it is no complete JSON, up to " + place(e.getLocation());
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "its end" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    @FunctionalInterface
    private interface TokenReader<T> {
        T read(JsonParser parser) throws IOException;
    }

    /** Names the types that stand for a plain JSON string, and the fields with odd names. Not thread-safe. */
    public static final class Builder {

        private final SimpleModule module = new SimpleModule();
        private final FieldNames names = new FieldNames();

        private Builder() {}

        /** Reads the type from a string; an empty result is a missing value. */
        public <T> Builder text(Class<T> type, Function<String, Optional<T>> reader) {
            module.addDeserializer(type, new TextDeserializer<>(type, reader));
            return this;
        }

        /** Reads a component of a record from a field that the API does not write in snake_case. */
        public Builder name(Class<? extends Record> type, String component, String field) {
            names.add(type, component, field);
            return this;
        }

        public JsonCodec build() {
            module.setDeserializerModifier(new TolerantNumbers());
            return new JsonCodec(JsonMapper.builder()
                    .propertyNamingStrategy(names)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .addModules(new Jdk8Module(), new JavaTimeModule(), module)
                    .addHandler(new TolerantHandler())
                    .build());
        }
    }
}

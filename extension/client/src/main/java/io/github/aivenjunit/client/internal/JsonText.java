package io.github.aivenjunit.client.internal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON that a person wrote, strictly: no duplicate keys, nothing after the object. */
public final class JsonText {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Of the library's explanations, the ones that quote at most one character or a key: values can be secrets. */
    private static final List<String> HARMLESS =
            List.of("Unexpected character (", "Unexpected end-of-input", "Unexpected close marker", "Duplicate field ");

    private JsonText() {}

    /**
     * Reads one object.
     *
     * @param what what to call the text in the message
     * @param example what a right one looks like
     * @throws IllegalArgumentException when the text is anything else; the message names line and column
     */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String json, String what, String example) {
        String advice = ". Write one JSON object, for example " + example + ".";
        try {
            if (STRICT.readValue(json, Object.class) instanceof Map<?, ?> object) {
                return (Map<String, Object>) object;
            }
        } catch (JacksonException e) {
            // No cause: its message can quote the text.
            throw new IllegalArgumentException(
                    what + " is not valid JSON at " + place(e.getLocation()) + reason(e.getOriginalMessage()) + advice);
        }
        throw new IllegalArgumentException(what + " is valid JSON, but no object" + advice);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "its end" : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String reason(@Nullable String message) {
        if (message == null || HARMLESS.stream().noneMatch(message::startsWith)) {
            return "";
        }
        String firstLine = message.lines().findFirst().orElse("");
        return " (" + firstLine + ")";
    }
}

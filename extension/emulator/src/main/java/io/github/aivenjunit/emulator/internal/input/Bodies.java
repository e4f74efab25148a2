package io.github.aivenjunit.emulator.internal.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.ByteBufferBackedInputStream;
import io.github.aivenjunit.emulator.internal.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** Turns the bytes of bodies into JSON and back. Thread-safe. */
public final class Bodies {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** Reads a request body; an empty one is an empty object. */
    public Input read(ByteBuffer body) {
        if (!body.hasRemaining()) {
            return new Input(JsonNodeFactory.instance.objectNode());
        }
        JsonNode json;
        try {
            json = mapper.readTree(new ByteBufferBackedInputStream(body.duplicate()));
        } catch (IOException malformed) {
            throw Refusal.invalidInput("the request body is not valid JSON");
        }
        if (json instanceof ObjectNode object) {
            return new Input(object);
        }
        throw Refusal.invalidInput(
                (json.isMissingNode() ? "the request body" : Quoted.of(json)) + " is not of type 'object'");
    }

    /** Reads an array that a server wrote. */
    public ArrayNode array(String text) throws IOException {
        if (mapper.readTree(text) instanceof ArrayNode array) {
            return array;
        }
        throw new IOException("The server did not write a JSON array.");
    }

    /** Reads the JSON of a server behind a service. */
    public JsonNode parse(String json) throws IOException {
        return mapper.readTree(json);
    }

    public String write(JsonNode json) {
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A JSON tree could not be written.", impossible);
        }
    }

    /** A JSON object as the plain values that engines take. */
    @SuppressWarnings("unchecked") // a JSON object always becomes a map with text keys
    public Map<String, Object> toMap(ObjectNode json) {
        return mapper.convertValue(json, Map.class);
    }
}

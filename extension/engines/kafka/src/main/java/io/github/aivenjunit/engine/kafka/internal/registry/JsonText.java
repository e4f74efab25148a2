package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON to and from text. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Numbers stay as they were written, because schemas are passed on.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonText() {}

    /**
     * Reads one value.
     *
     * @throws InvalidSchemaException if the text is no JSON
     */
    static JsonNode read(String text) {
        try {
            JsonNode json = MAPPER.readTree(text);
            if (json.isMissingNode()) {
                throw new InvalidSchemaException("The text is empty.");
            }
            return json;
        } catch (JsonProcessingException malformed) {
            throw new InvalidSchemaException(malformed.getOriginalMessage());
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}

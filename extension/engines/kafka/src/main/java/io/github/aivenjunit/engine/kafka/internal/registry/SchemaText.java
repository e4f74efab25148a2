package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A schema as it was registered. Two are one, and have one id, when they differ in nothing but white space and the order of
 * members.
 */
record SchemaText(SchemaKind kind, JsonNode json, List<SchemaReference> references) {

    SchemaText {
        references = List.copyOf(references);
    }

    /** The schema as the API shows it. */
    String text() {
        return json.toString();
    }
}

package io.github.aivenjunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Schemas ready for use, each made once. Used by one thread at a time. */
final class Schemas {

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> ready = new HashMap<>();
    private final JsonNode definitions;

    Schemas(JsonNode definitions) {
        this.definitions = definitions;
    }

    List<Error> errors(JsonNode schema, JsonNode value) {
        return ready.computeIfAbsent(schema, this::compile).validate(value);
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("$defs", definitions);
        whole.putArray("allOf").add(schema);
        return registry.getSchema(whole);
    }
}

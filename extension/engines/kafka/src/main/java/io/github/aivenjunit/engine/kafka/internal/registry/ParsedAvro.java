package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/**
 * An Avro schema.
 *
 * @param standalone whether it refers to no other schema; the standard form of one that does would contain the others
 */
record ParsedAvro(Schema schema, JsonNode json, boolean standalone) implements ParsedSchema {

    static ParsedAvro of(JsonNode json, List<JsonNode> used) {
        try {
            Schema.Parser parser = new Schema.Parser();
            used.forEach(other -> parser.parse(other.toString()));
            return new ParsedAvro(parser.parse(json.toString()), json, used.isEmpty());
        } catch (AvroRuntimeException invalid) {
            throw new InvalidSchemaException(invalid);
        } catch (NullPointerException undefinedOutermostType) {
            // Avro 1.12.1 has no better answer to a schema that is nothing but an unknown name.
            throw new InvalidSchemaException("Undefined type: " + json);
        }
    }

    @Override
    public List<String> problemsReading(ParsedSchema writer) {
        if (!(writer instanceof ParsedAvro avro)) {
            return List.of("The schema types differ.");
        }
        return SchemaCompatibility.checkReaderWriterCompatibility(schema, avro.schema)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(found -> found.getType() + " at " + found.getLocation() + ": " + found.getMessage())
                .toList();
    }

    @Override
    public JsonNode normalized() {
        return standalone ? JsonText.read(schema.toString()) : json;
    }
}

package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The languages of schemas that the registry understands. */
enum SchemaKind {
    AVRO {
        @Override
        ParsedSchema parse(JsonNode json, List<JsonNode> used) {
            return ParsedAvro.of(json, used);
        }
    },
    JSON {
        @Override
        ParsedSchema parse(JsonNode json, List<JsonNode> used) {
            return ParsedJson.of(json);
        }
    };

    static SchemaKind of(String name) {
        return switch (name) {
            case "AVRO" -> AVRO;
            case "JSON" -> JSON;
            case "PROTOBUF" ->
                throw RegistryRefusal.unprocessable(
                        422,
                        "The emulator's schema registry does not understand PROTOBUF."
                                + " Use AVRO or JSON, or run against Aiven.");
            default -> throw RegistryRefusal.unprocessable(422, "Invalid schemaType " + name);
        };
    }

    /**
     * Understands a schema.
     *
     * @param used the schemas that it refers to, each after those that it refers to itself
     * @throws InvalidSchemaException if it is none of this kind
     */
    abstract ParsedSchema parse(JsonNode json, List<JsonNode> used);
}

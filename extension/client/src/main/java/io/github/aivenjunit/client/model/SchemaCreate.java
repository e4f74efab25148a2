package io.github.aivenjunit.client.model;

import java.util.List;

/**
 * A schema to register.
 *
 * @param schema the schema as text
 * @param schemaType {@code AVRO}, {@code JSON} or {@code PROTOBUF}
 */
public record SchemaCreate(String schema, String schemaType, List<SchemaReference> references) {

    public SchemaCreate {
        schema = Missing.required(schema, "schema");
        schemaType = Missing.required(schemaType, "schema type");
        references = Missing.list(references);
    }

    public static SchemaCreate avro(String schema) {
        return new SchemaCreate(schema, "AVRO", List.of());
    }

    /** A JSON Schema. */
    public static SchemaCreate json(String schema) {
        return new SchemaCreate(schema, "JSON", List.of());
    }

    public static SchemaCreate protobuf(String schema) {
        return new SchemaCreate(schema, "PROTOBUF", List.of());
    }

    public SchemaCreate withReferences(List<SchemaReference> references) {
        return new SchemaCreate(schema, schemaType, references);
    }
}

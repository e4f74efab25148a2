package io.github.aivenjunit.client.model;

import java.util.List;

/**
 * A version of a subject in the schema registry.
 *
 * @param id of the schema, the same under every subject that has it
 * @param schema the schema as text
 * @param schemaType {@code AVRO}, which registries leave out, {@code JSON} or {@code PROTOBUF}
 */
public record SchemaVersion(
        String subject, int version, int id, String schema, String schemaType, List<SchemaReference> references) {

    public SchemaVersion {
        subject = Missing.text(subject);
        schema = Missing.identity(schema, "schema");
        schemaType = schemaType == null || schemaType.isEmpty() ? "AVRO" : schemaType;
        references = Missing.list(references);
    }
}

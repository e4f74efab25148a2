package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which schemas use which. */
record References(SchemaStore store) {

    /** Understands a schema together with those that it refers to. */
    ParsedSchema parse(SchemaText schema) {
        Map<SchemaReference, JsonNode> used = new LinkedHashMap<>();
        collect(schema, used);
        return schema.kind()
                .parse(schema.json(), used.values().stream().distinct().toList());
    }

    /** The ids of the live schemas that refer to a version. */
    List<Integer> to(SchemaVersion version) {
        return store.allVersions().stream()
                .filter(other -> !other.deleted())
                .filter(other -> other.schema().references().stream()
                        .anyMatch(reference -> reference.subject().equals(version.subject())
                                && reference.version() == version.number()))
                .map(SchemaVersion::id)
                .distinct()
                .toList();
    }

    /** Those that a schema refers to come before it, as Avro's parser wants them. */
    private void collect(SchemaText schema, Map<SchemaReference, JsonNode> used) {
        for (SchemaReference reference : schema.references()) {
            if (used.containsKey(reference)) {
                continue;
            }
            SchemaVersion version = store.versions(reference.subject()).stream()
                    .filter(candidate -> candidate.number() == reference.version())
                    .findFirst()
                    .orElseThrow(() -> new InvalidSchemaException("No schema reference found for subject \""
                            + reference.subject() + "\" and version " + reference.version()));
            if (version.schema().kind() != schema.kind()) {
                throw new InvalidSchemaException(
                        "The referenced subject \"" + reference.subject() + "\" has schemas of another type");
            }
            collect(version.schema(), used);
            used.put(reference, version.schema().json());
        }
    }
}

package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Subjects, versions, ids and levels. Every change is an event of the journal first. The id of a schema stays readable
 * after the last version that has it is gone, as it does in Karapace. Not thread-safe.
 */
final class SchemaStore {

    private final Journal journal;
    private final Map<String, TreeMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
    private final Map<SchemaText, Integer> ids = new HashMap<>();
    private final TreeMap<Integer, SchemaText> schemas = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel global = CompatibilityLevel.BACKWARD;

    SchemaStore(Journal journal) throws IOException {
        this.journal = journal;
        journal.replay(this::apply);
    }

    /** The names of all subjects that have versions, hidden ones too. */
    Collection<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    /** A subject's versions in their order, hidden ones too; empty when there is no such subject. */
    List<SchemaVersion> versions(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, new TreeMap<>()).values());
    }

    List<SchemaVersion> allVersions() {
        List<SchemaVersion> all = new ArrayList<>();
        subjects.values().forEach(versions -> all.addAll(versions.values()));
        return all;
    }

    Optional<SchemaText> schema(int id) {
        return Optional.ofNullable(schemas.get(id));
    }

    /** The id that the schema has, or would get. */
    int idOf(SchemaText schema) {
        return ids.getOrDefault(schema, schemas.isEmpty() ? 1 : schemas.lastKey() + 1);
    }

    CompatibilityLevel globalLevel() {
        return global;
    }

    /** The subject's own level. */
    Optional<CompatibilityLevel> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    /** Adds a version, or replaces the one of that number. */
    void put(SchemaVersion version) {
        SchemaText schema = version.schema();
        ObjectNode event = JsonText.object()
                .put("subject", version.subject())
                .put("version", version.number())
                .put("id", version.id())
                .put("deleted", version.deleted())
                .put("schemaType", schema.kind().name());
        event.set("schema", schema.json());
        event.set("references", references(schema));
        change(event);
    }

    /** Removes a version for good, and the subject with its last one. */
    void remove(SchemaVersion version) {
        change(JsonText.object().put("subject", version.subject()).put("removed", version.number()));
    }

    void setGlobalLevel(CompatibilityLevel level) {
        change(JsonText.object().put("compatibility", level.name()));
    }

    void setLevel(String subject, CompatibilityLevel level) {
        change(JsonText.object().put("subject", subject).put("compatibility", level.name()));
    }

    void removeLevel(String subject) {
        change(JsonText.object().put("subject", subject).putNull("compatibility"));
    }

    static ArrayNode references(SchemaText schema) {
        ArrayNode json = JsonText.object().putArray("references");
        schema.references()
                .forEach(reference -> json.addObject()
                        .put("name", reference.name())
                        .put("subject", reference.subject())
                        .put("version", reference.version()));
        return json;
    }

    private void change(ObjectNode event) {
        journal.write(event);
        apply(event);
    }

    private void apply(JsonNode event) {
        String subject = event.path("subject").asText();
        if (event.has("removed")) {
            TreeMap<Integer, SchemaVersion> versions = subjects.getOrDefault(subject, new TreeMap<>());
            versions.remove(event.path("removed").intValue());
            if (versions.isEmpty()) {
                subjects.remove(subject);
            }
        } else if (event.has("compatibility")) {
            applyLevel(event, subject);
        } else {
            applyVersion(event, subject);
        }
    }

    private void applyLevel(JsonNode event, String subject) {
        Optional<CompatibilityLevel> level =
                CompatibilityLevel.of(event.path("compatibility").asText());
        if (!event.has("subject")) {
            global = level.orElse(CompatibilityLevel.BACKWARD);
        } else if (level.isPresent()) {
            levels.put(subject, level.get());
        } else {
            levels.remove(subject);
        }
    }

    private void applyVersion(JsonNode event, String subject) {
        List<SchemaReference> references = new ArrayList<>();
        event.path("references")
                .forEach(reference -> references.add(new SchemaReference(
                        reference.path("name").asText(),
                        reference.path("subject").asText(),
                        reference.path("version").intValue())));
        SchemaText schema =
                new SchemaText(SchemaKind.of(event.path("schemaType").asText()), event.path("schema"), references);
        int id = event.path("id").intValue();
        int number = event.path("version").intValue();
        ids.put(schema, id);
        schemas.put(id, schema);
        subjects.computeIfAbsent(subject, name -> new TreeMap<>())
                .put(
                        number,
                        new SchemaVersion(
                                subject,
                                number,
                                id,
                                schema,
                                event.path("deleted").booleanValue()));
    }
}

package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Stream;

/** Everything below {@code /schemas}. A caller sees a schema who may read one of the subjects that have it. */
record SchemaCalls(SchemaStore store) {

    JsonNode answer(RegistryCall call) {
        if (!call.method().equals("GET")) {
            throw RegistryRefusal.wrongMethod();
        }
        List<String> path = call.path();
        if (path.equals(List.of("schemas"))) {
            return list(call);
        }
        if (path.equals(List.of("schemas", "types"))) {
            return RegistryApi.array(Stream.of(SchemaKind.values()).map(kind -> TextNode.valueOf(kind.name())));
        }
        if (path.size() < 3 || path.size() > 4 || !path.get(1).equals("ids")) {
            throw RegistryRefusal.noSuchResource();
        }
        int id = id(path.get(2));
        SchemaText schema = store.schema(id)
                .filter(known -> call.caller().mayRead("*")
                        || versions(call, id, false).findAny().isPresent())
                .orElseThrow(() -> RegistryRefusal.notFound(40403, "Schema not found"));
        if (path.size() == 3) {
            return schema(call, id, schema);
        }
        boolean hiddenToo = call.flag("deleted");
        return switch (path.get(3)) {
            case "schema" -> schema.json();
            case "versions" ->
                RegistryApi.array(versions(call, id, hiddenToo)
                        .map(version -> JsonText.object()
                                .put("subject", version.subject())
                                .put("version", version.number())));
            case "subjects" -> subjects(call, id, hiddenToo);
            default -> throw RegistryRefusal.noSuchResource();
        };
    }

    /** A schema's text and what else is told of it everywhere. */
    static void describe(ObjectNode json, SchemaText schema) {
        json.put("schema", schema.text());
        if (schema.kind() != SchemaKind.AVRO) {
            json.put("schemaType", schema.kind().name());
        }
        if (!schema.references().isEmpty()) {
            json.set("references", SchemaStore.references(schema));
        }
    }

    private JsonNode list(RegistryCall call) {
        return RegistryApi.array(store.allVersions().stream()
                .filter(version -> !version.deleted() || call.flag("deleted"))
                .filter(version -> !call.flag("latestOnly") || isLatest(version))
                .filter(version -> call.caller().mayRead(version.subject()))
                .map(SubjectCalls::json));
    }

    private boolean isLatest(SchemaVersion version) {
        return store.versions(version.subject()).stream()
                .filter(other -> other.deleted() == version.deleted())
                .noneMatch(other -> other.number() > version.number());
    }

    private JsonNode schema(RegistryCall call, int id, SchemaText schema) {
        ObjectNode json = JsonText.object();
        describe(json, schema);
        if (call.flag("includeSubjects")) {
            json.set("subjects", subjects(call, id, false));
        }
        if (call.flag("fetchMaxId")) {
            json.put(
                    "maxId",
                    store.allVersions().stream()
                            .mapToInt(SchemaVersion::id)
                            .max()
                            .orElse(id));
        }
        return json;
    }

    private JsonNode subjects(RegistryCall call, int id, boolean hiddenToo) {
        return RegistryApi.array(versions(call, id, hiddenToo)
                .map(SchemaVersion::subject)
                .distinct()
                .map(TextNode::valueOf));
    }

    private Stream<SchemaVersion> versions(RegistryCall call, int id, boolean hiddenToo) {
        return store.allVersions().stream()
                .filter(version -> version.id() == id && (hiddenToo || !version.deleted()))
                .filter(version -> call.caller().mayRead(version.subject()));
    }

    private static int id(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw RegistryRefusal.noSuchResource();
        }
    }
}

package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Everything below {@code /subjects}. */
record SubjectCalls(Registry registry) {

    static JsonNode json(SchemaVersion version) {
        ObjectNode json = JsonText.object()
                .put("subject", version.subject())
                .put("version", version.number())
                .put("id", version.id());
        SchemaCalls.describe(json, version.schema());
        return json;
    }

    JsonNode answer(RegistryCall call) {
        List<String> path = call.path();
        if (path.size() > 2 && !path.get(2).equals("versions")) {
            throw RegistryRefusal.noSuchResource();
        }
        return switch (path.size()) {
            case 1 -> list(call);
            case 2 -> subject(call, path.get(1));
            case 3 -> versions(call, path.get(1));
            case 4 -> version(call, path.get(1), path.get(3));
            case 5 -> partOfVersion(call, path.get(1), path.get(3), path.get(4));
            default -> throw RegistryRefusal.noSuchResource();
        };
    }

    private JsonNode list(RegistryCall call) {
        requireMethod(call, "GET");
        String prefix = call.query().getOrDefault("subjectPrefix", "");
        return RegistryApi.array(registry.store().subjects().stream()
                .filter(subject -> subject.startsWith(prefix) && call.caller().mayRead(subject))
                .filter(subject -> call.flag("deleted")
                        || registry.store().versions(subject).stream().anyMatch(version -> !version.deleted()))
                .map(TextNode::valueOf));
    }

    private JsonNode subject(RegistryCall call, String subject) {
        if (call.method().equals("DELETE")) {
            call.caller().requireWrite(subject);
            return RegistryApi.numbers(registry.deleteSubject(subject, call.flag("permanent")));
        }
        requireMethod(call, "POST");
        call.caller().requireRead(subject);
        return json(
                registry.lookUp(subject, call.schema(registry.store()), call.flag("normalize"), call.flag("deleted")));
    }

    private JsonNode versions(RegistryCall call, String subject) {
        if (call.method().equals("GET")) {
            call.caller().requireRead(subject);
            return RegistryApi.numbers(registry.versions(subject, call.flag("deleted")).stream()
                    .map(SchemaVersion::number)
                    .toList());
        }
        requireMethod(call, "POST");
        call.caller().requireWrite(subject);
        return JsonText.object()
                .put("id", registry.register(subject, call.schema(registry.store()), call.flag("normalize")));
    }

    private JsonNode version(RegistryCall call, String subject, String number) {
        if (call.method().equals("DELETE")) {
            call.caller().requireWrite(subject);
            return IntNode.valueOf(registry.deleteVersion(subject, number, call.flag("permanent")));
        }
        requireMethod(call, "GET");
        call.caller().requireRead(subject);
        return json(registry.version(subject, number, call.flag("deleted")));
    }

    private JsonNode partOfVersion(RegistryCall call, String subject, String number, String part) {
        requireMethod(call, "GET");
        call.caller().requireRead(subject);
        return switch (part) {
            case "schema" -> registry.version(subject, number, false).schema().json();
            case "referencedby" -> RegistryApi.numbers(registry.referencedBy(registry.version(subject, number, false)));
            default -> throw RegistryRefusal.noSuchResource();
        };
    }

    private static void requireMethod(RegistryCall call, String method) {
        if (!call.method().equals(method)) {
            throw RegistryRefusal.wrongMethod();
        }
    }
}

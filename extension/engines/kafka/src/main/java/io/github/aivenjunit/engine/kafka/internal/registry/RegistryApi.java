package io.github.aivenjunit.engine.kafka.internal.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The registry's REST API without a server: Confluent's paths, Karapace's answers. Thread-safe, one request after the
 * other.
 */
public final class RegistryApi {

    private final Registry registry;
    private final SchemaStore store;
    private final SchemaCalls schemas;
    private final SubjectCalls subjects;

    /**
     * A registry with everything that the journal tells.
     *
     * @param journal the file to keep it in, which need not exist
     */
    public RegistryApi(Path journal) throws IOException {
        this.store = new SchemaStore(new Journal(journal));
        this.registry = new Registry(store);
        this.schemas = new SchemaCalls(store);
        this.subjects = new SubjectCalls(registry);
    }

    /**
     * Carries out a request with all rights.
     *
     * @param path still percent-encoded, as the query, which may be empty
     */
    public RegistryAnswer answer(String method, String path, String query, String body) {
        return answer(Caller.ADMIN, method, path, query, body);
    }

    RegistryAnswer answer(Caller caller, String method, String path, String query, String body) {
        try {
            RegistryCall call = RegistryCall.of(caller, method, path, query, body);
            synchronized (this) {
                return new RegistryAnswer(200, route(call).toString());
            }
        } catch (RegistryRefusal refusal) {
            return RegistryAnswer.of(refusal);
        } catch (UncheckedIOException failure) {
            return new RegistryAnswer(
                    500,
                    JsonText.object()
                            .put("error_code", 50001)
                            .put("message", "The schema could not be written: " + failure.getMessage())
                            .toString());
        }
    }

    private JsonNode route(RegistryCall call) {
        List<String> path = call.path();
        return switch (path.get(0)) {
            case "" -> JsonText.object();
            case "schemas" -> schemas.answer(call);
            case "subjects" -> subjects.answer(call);
            case "config" -> config(call);
            case "mode" -> mode(call);
            case "compatibility" -> compatibility(call);
            default -> throw RegistryRefusal.noSuchResource();
        };
    }

    private JsonNode config(RegistryCall call) {
        if (call.path().size() > 2) {
            throw RegistryRefusal.noSuchResource();
        }
        return call.path().size() == 1
                ? globalConfig(call)
                : subjectConfig(call, call.path().get(1));
    }

    private JsonNode globalConfig(RegistryCall call) {
        call.caller().requireConfig(!call.method().equals("GET"));
        switch (call.method()) {
            case "GET" -> {
                return JsonText.object()
                        .put("compatibilityLevel", store.globalLevel().name());
            }
            case "PUT" -> store.setGlobalLevel(call.level());
            case "DELETE" -> store.setGlobalLevel(CompatibilityLevel.BACKWARD);
            default -> throw RegistryRefusal.wrongMethod();
        }
        return JsonText.object().put("compatibility", store.globalLevel().name());
    }

    private JsonNode subjectConfig(RegistryCall call, String subject) {
        switch (call.method()) {
            case "GET" -> {
                call.caller().requireRead(subject);
                return levelOf(subject, call.flag("defaultToGlobal"));
            }
            case "PUT" -> {
                call.caller().requireWrite(subject);
                CompatibilityLevel level = call.level();
                store.setLevel(subject, level);
                return JsonText.object().put("compatibility", level.name());
            }
            case "DELETE" -> {
                call.caller().requireWrite(subject);
                store.removeLevel(subject);
                return JsonText.object()
                        .put("compatibility", store.globalLevel().name());
            }
            default -> throw RegistryRefusal.wrongMethod();
        }
    }

    private ObjectNode levelOf(String subject, boolean orGlobal) {
        if (store.level(subject).isEmpty() && !orGlobal) {
            throw store.versions(subject).isEmpty()
                    ? Registry.noSuchSubject(subject)
                    : RegistryRefusal.notFound(
                            40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
        }
        return JsonText.object()
                .put("compatibilityLevel", registry.level(subject).name());
    }

    private JsonNode mode(RegistryCall call) {
        if (!call.method().equals("GET")) {
            throw RegistryRefusal.wrongMethod();
        }
        switch (call.path().size()) {
            case 1 -> call.caller().requireConfig(false);
            case 2 -> {
                call.caller().requireRead(call.path().get(1));
                registry.versions(call.path().get(1), true);
            }
            default -> throw RegistryRefusal.noSuchResource();
        }
        return JsonText.object().put("mode", "READWRITE");
    }

    /** Below {@code /compatibility/subjects/{subject}/versions}, with or without a version. */
    private JsonNode compatibility(RegistryCall call) {
        List<String> path = call.path();
        if (path.size() < 4
                || path.size() > 5
                || !path.get(1).equals("subjects")
                || !path.get(3).equals("versions")) {
            throw RegistryRefusal.noSuchResource();
        }
        if (!call.method().equals("POST")) {
            throw RegistryRefusal.wrongMethod();
        }
        String subject = path.get(2);
        call.caller().requireRead(subject);
        List<String> problems = path.size() == 5
                ? registry.problemsFollowing(subject, path.get(4), call.schema(store))
                : registry.problemsFollowing(subject, call.schema(store));
        ObjectNode answer = JsonText.object();
        answer.set("is_compatible", BooleanNode.valueOf(problems.isEmpty()));
        if (!problems.isEmpty() || call.flag("verbose")) {
            answer.set("messages", array(problems.stream().map(TextNode::valueOf)));
        }
        return answer;
    }

    static JsonNode array(Stream<? extends JsonNode> elements) {
        return JsonText.object().arrayNode().addAll(elements.toList());
    }

    static JsonNode numbers(List<Integer> numbers) {
        return array(numbers.stream().map(IntNode::valueOf));
    }
}

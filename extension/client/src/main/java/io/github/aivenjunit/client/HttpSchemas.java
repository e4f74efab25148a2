package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.CompatibilityLevel;
import io.github.aivenjunit.client.model.CompatibilityResult;
import io.github.aivenjunit.client.model.SchemaCreate;
import io.github.aivenjunit.client.model.SchemaVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schema registry over HTTP. */
record HttpSchemas(ApiCalls calls) implements SchemaApi {

    @Override
    public List<String> subjects(String project, String service) {
        return calls.call(
                ApiRequest.get(registryOf(project, service).plus("/subjects")),
                (json, body) -> json.list(body, "subjects", String.class));
    }

    @Override
    public List<Integer> versions(String project, String service, String subject) {
        return calls.call(
                ApiRequest.get(versionsOf(project, service, subject)),
                (json, body) -> json.list(body, "versions", Integer.class));
    }

    @Override
    public SchemaVersion get(String project, String service, String subject, int version) {
        return calls.call(ApiRequest.get(path(project, service, subject, version)), versionReader());
    }

    @Override
    public Optional<SchemaVersion> find(String project, String service, String subject, int version) {
        return calls.find(ApiRequest.get(path(project, service, subject, version)), versionReader());
    }

    /** The registry knows a schema that it has, so that a repetition does no harm. */
    @Override
    public int register(String project, String service, String subject, SchemaCreate schema) {
        return calls.call(
                ApiRequest.post(versionsOf(project, service, subject), body(schema)),
                (json, body) -> json.value(body, "id", Integer.class));
    }

    @Override
    public CompatibilityResult check(String project, String service, String subject, int version, SchemaCreate schema) {
        ApiPath path = registryOf(project, service)
                .plus("/compatibility/subjects")
                .name("subject", subject)
                .plus("/versions")
                .name("version", String.valueOf(version));
        return calls.call(
                ApiRequest.post(path, body(schema)), (json, body) -> json.value(body, CompatibilityResult.class));
    }

    @Override
    public CompatibilityLevel compatibility(String project, String service) {
        return calls.call(ApiRequest.get(configOf(project, service)), levelReader());
    }

    @Override
    public void setCompatibility(String project, String service, CompatibilityLevel level) {
        calls.call(ApiRequest.put(configOf(project, service), body(level)));
    }

    @Override
    public Optional<CompatibilityLevel> compatibility(String project, String service, String subject) {
        return calls.find(ApiRequest.get(configOf(project, service).name("subject", subject)), levelReader());
    }

    @Override
    public void setCompatibility(String project, String service, String subject, CompatibilityLevel level) {
        calls.call(ApiRequest.put(configOf(project, service).name("subject", subject), body(level)));
    }

    @Override
    public void deleteSubject(String project, String service, String subject) {
        calls.delete(
                ApiRequest.delete(subjectOf(project, service, subject)),
                () -> subjects(project, service).contains(subject),
                ApiCalls::notThere);
    }

    @Override
    public void deleteSubjectPermanently(String project, String service, String subject) {
        deleteSubject(project, service, subject);
        remove(subjectOf(project, service, subject));
    }

    @Override
    public void deleteVersion(String project, String service, String subject, int version) {
        calls.delete(
                ApiRequest.delete(path(project, service, subject, version)),
                () -> find(project, service, subject, version).isPresent(),
                ApiCalls::notThere);
    }

    @Override
    public void deleteVersionPermanently(String project, String service, String subject, int version) {
        deleteVersion(project, service, subject, version);
        remove(path(project, service, subject, version));
    }

    /** What is hidden shows nowhere: only the repeated delete tells whether it is gone. */
    private void remove(ApiPath path) {
        calls.delete(ApiRequest.delete(path).query("permanent=true"), () -> true, ApiCalls::notThere);
    }

    private static Map<String, Object> body(SchemaCreate schema) {
        return Bodies.empty()
                .with("schema", schema.schema())
                .with("schemaType", schema.schemaType())
                .with(
                        "references",
                        schema.references().isEmpty()
                                ? Optional.empty()
                                : Optional.of(schema.references().stream()
                                        .map(used -> Map.of(
                                                "name",
                                                used.name(),
                                                "subject",
                                                used.subject(),
                                                "version",
                                                used.version()))
                                        .toList()))
                .done();
    }

    private static Map<String, Object> body(CompatibilityLevel level) {
        return Map.of("compatibility", level.value());
    }

    private static ApiExchange.Reader<SchemaVersion> versionReader() {
        return (json, body) -> json.value(body, "version", SchemaVersion.class);
    }

    private static ApiExchange.Reader<CompatibilityLevel> levelReader() {
        return (json, body) -> json.value(body, "compatibilityLevel", CompatibilityLevel.class);
    }

    private static ApiPath registryOf(String project, String service) {
        return ApiPath.service(project, service).plus("/kafka/schema");
    }

    private static ApiPath configOf(String project, String service) {
        return registryOf(project, service).plus("/config");
    }

    private static ApiPath subjectOf(String project, String service, String subject) {
        return registryOf(project, service).plus("/subjects").name("subject", subject);
    }

    private static ApiPath versionsOf(String project, String service, String subject) {
        return subjectOf(project, service, subject).plus("/versions");
    }

    private static ApiPath path(String project, String service, String subject, int version) {
        return versionsOf(project, service, subject).name("version", String.valueOf(version));
    }
}

package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.NativeKafkaAcl;
import io.github.aivenjunit.client.model.NativeKafkaAclCreate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Kafka's native access control over HTTP. */
record HttpNativeKafkaAcls(ApiCalls calls) implements NativeKafkaAclApi {

    @Override
    public List<NativeKafkaAcl> list(String project, String service) {
        return calls.call(
                ApiRequest.get(aclsOf(project, service)),
                (json, body) -> json.list(body, "kafka_acl", NativeKafkaAcl.class));
    }

    @Override
    public Optional<NativeKafkaAcl> find(String project, String service, String id) {
        return calls.find(ApiRequest.get(path(project, service, id)), reader());
    }

    @Override
    public NativeKafkaAcl add(String project, String service, NativeKafkaAclCreate request) {
        Map<String, Object> body = Bodies.empty()
                .with("principal", request.principal())
                .with("operation", request.operation())
                .with("resource_type", request.resourceType())
                .with("resource_name", request.resourceName())
                .with("pattern_type", request.patternType())
                .with("permission_type", request.permissionType())
                .with("host", request.host())
                .done();
        return calls.create(
                ApiRequest.post(aclsOf(project, service), body),
                reader(),
                new ApiCalls.Creation<>(
                        () -> list(project, service).stream()
                                .filter(acl -> isAsAsked(acl, request))
                                .findFirst(),
                        found -> true));
    }

    @Override
    public void delete(String project, String service, String id) {
        calls.delete(
                ApiRequest.delete(path(project, service, id)),
                () -> find(project, service, id).isPresent(),
                ApiCalls::notThere);
    }

    private static boolean isAsAsked(NativeKafkaAcl found, NativeKafkaAclCreate asked) {
        return found.principal().equals(asked.principal())
                && found.operation().equals(asked.operation())
                && found.resourceType().equals(asked.resourceType())
                && found.resourceName().equals(asked.resourceName())
                && found.patternType().equals(asked.patternType())
                && found.permissionType().equals(asked.permissionType())
                && found.host().equals(asked.host().orElse("*"));
    }

    private static ApiPath aclsOf(String project, String service) {
        return ApiPath.service(project, service).plus("/kafka/acl");
    }

    private static ApiPath path(String project, String service, String id) {
        return aclsOf(project, service).name("id of the entry", id);
    }

    private static ApiExchange.Reader<NativeKafkaAcl> reader() {
        return (json, body) -> json.value(body, "acl", NativeKafkaAcl.class);
    }
}

package io.github.aivenjunit.client;

import io.github.aivenjunit.client.internal.JsonCodec;
import io.github.aivenjunit.client.internal.JsonMismatchException;
import io.github.aivenjunit.client.model.SchemaAcl;
import io.github.aivenjunit.client.model.SchemaAclCreate;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The access control of schema registries over HTTP. */
record HttpSchemaAcls(ApiCalls calls) implements SchemaAclApi {

    @Override
    public List<SchemaAcl> list(String project, String service) {
        return calls.call(ApiRequest.get(aclsOf(project, service)), HttpSchemaAcls::entries);
    }

    @Override
    public SchemaAcl add(String project, String service, SchemaAclCreate request) {
        Map<String, Object> body = Map.of(
                "permission", request.permission(), "resource", request.resource(), "username", request.username());
        return calls.create(
                ApiRequest.post(aclsOf(project, service), body),
                (json, answer) -> among(entries(json, answer), request)
                        .orElseThrow(() -> new JsonMismatchException("the new entry is missing in acl")),
                new ApiCalls.Creation<>(() -> among(list(project, service), request), found -> true));
    }

    @Override
    public void delete(String project, String service, String id) {
        calls.delete(
                ApiRequest.delete(aclsOf(project, service).name("id of the entry", id)),
                () -> list(project, service).stream().anyMatch(acl -> acl.id().equals(id)),
                ApiCalls::notThere);
    }

    /** The answer is the whole list (Aiven API), where the newest of equals is the last. */
    private static Optional<SchemaAcl> among(List<SchemaAcl> acls, SchemaAclCreate asked) {
        return acls.stream()
                .filter(acl -> acl.permission().equals(asked.permission())
                        && acl.resource().equals(asked.resource())
                        && acl.username().equals(asked.username()))
                .reduce((earlier, later) -> later);
    }

    private static List<SchemaAcl> entries(JsonCodec json, InputStream body) throws IOException {
        return json.list(body, "acl", SchemaAcl.class);
    }

    private static ApiPath aclsOf(String project, String service) {
        return ApiPath.service(project, service).plus("/kafka/schema-registry/acl");
    }
}

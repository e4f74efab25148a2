package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAcl;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAcl.Permission;
import io.github.aivenjunit.emulator.engine.SchemaRegistryServer;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.SchemaAcl;
import io.github.aivenjunit.emulator.internal.state.ServerChange;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceState;
import java.io.IOException;
import java.util.List;

/** The access rules of a schema registry. Every answer is the whole list. */
final class SchemaAclRoutes {

    private static final List<String> PERMISSIONS = List.of(SchemaAcl.READ, SchemaAcl.WRITE);
    private static final int RESOURCE_LENGTH = 249;
    private static final int USERNAME_LENGTH = 64;

    private final Platform platform;
    /** Held while a server is told, so that the latest list is the last that it hears of. */
    private final Object telling = new Object();

    SchemaAclRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        String acls = "/project/{project}/service/{service_name}/kafka/schema-registry/acl";
        routes.add("GET", acls, "ServiceSchemaRegistryAclList", call -> answer(service(call)));
        routes.add("POST", acls, "ServiceSchemaRegistryAclAdd", this::add);
        routes.add("DELETE", acls + "/{schema_registry_acl_id}", "ServiceSchemaRegistryAclDelete", this::delete);
    }

    private Reply add(Call call) {
        Service service = service(call);
        Input input = call.input();
        input.requiredText("permission", Integer.MAX_VALUE);
        String permission = input.oneOf("permission", PERMISSIONS).orElseThrow();
        String resource = notEmpty(input.requiredText("resource", RESOURCE_LENGTH));
        String username = notEmpty(input.requiredText("username", USERNAME_LENGTH));
        requirePower(service);
        service.schemaAcls().add(new SchemaAcl(platform.identifiers().aclId(), permission, resource, username));
        return changed(service);
    }

    private Reply delete(Call call) {
        Service service = service(call);
        requirePower(service);
        String id = call.path("schema_registry_acl_id");
        if (!service.schemaAcls().remove(id)) {
            throw Refusal.of(404, "Schema Registry ACL '" + id + "' does not exist");
        }
        return changed(service);
    }

    private Reply changed(Service service) {
        service.touch(platform.now());
        if (!SchemaRoutes.hasRegistry(service)) {
            return answer(service);
        }
        ServerChange<SchemaRegistryServer> change =
                new ServerChange<>(SchemaRegistryServer.class, server -> tell(service, server));
        if (!service.isAccepting()) {
            if (change.concerns(service.power())) {
                service.atStart(change);
            }
            return answer(service);
        }
        return new Reply.Deferred(() -> {
            change.applyTo(service.power());
            return platform.locked(() -> answer(service));
        });
    }

    private void tell(Service service, SchemaRegistryServer server) throws IOException {
        synchronized (telling) {
            List<SchemaAcl> acls = platform.locked(() -> service.schemaAcls().all());
            server.replaceSchemaRegistryAcls(acls.stream()
                    .map(acl -> new SchemaRegistryAcl(
                            acl.username(),
                            acl.permission().equals(SchemaAcl.WRITE) ? Permission.WRITE : Permission.READ,
                            acl.resource()))
                    .toList());
        }
    }

    private Service service(Call call) {
        return SchemaRoutes.kafka(platform.project(call.project()).service(call.service()));
    }

    private static Reply answer(Service service) {
        ObjectNode answer = Reply.object();
        answer.set("acl", SchemaAclJson.list(service.schemaAcls()));
        return Reply.ok(answer);
    }

    private static String notEmpty(String text) {
        if (text.isEmpty()) {
            throw Refusal.invalidInput("'' is too short");
        }
        return text;
    }

    private static void requirePower(Service service) {
        if (service.state() == ServiceState.POWEROFF) {
            throw Refusal.of(409, "not_powered", "Database not powered on");
        }
    }
}

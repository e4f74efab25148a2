package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.aivenjunit.emulator.internal.state.SchemaAcls;

/** The access rules of a schema registry, alike in a service and in the answers about them. */
final class SchemaAclJson {

    private SchemaAclJson() {}

    static ArrayNode list(SchemaAcls acls) {
        ArrayNode list = Reply.object().putArray("acl");
        acls.all()
                .forEach(acl -> list.addObject()
                        .put("id", acl.id())
                        .put("permission", acl.permission())
                        .put("resource", acl.resource())
                        .put("username", acl.username()));
        return list;
    }
}

package io.github.aivenjunit.emulator.internal.state;

import java.util.ArrayList;
import java.util.List;

/**
 * The access rules of a service's schema registry. Aiven API: a new service has two, which let the administrator do
 * everything; a second rule with the same content is stored like any other. Guarded by the platform's lock.
 */
public final class SchemaAcls {

    private final List<SchemaAcl> all = new ArrayList<>();

    SchemaAcls(String admin) {
        all.add(new SchemaAcl("default-sr-admin-config", SchemaAcl.WRITE, "Config:", admin));
        all.add(new SchemaAcl("default-sr-admin-subject", SchemaAcl.WRITE, "Subject:*", admin));
    }

    public List<SchemaAcl> all() {
        return List.copyOf(all);
    }

    public void add(SchemaAcl acl) {
        all.add(acl);
    }

    /** Whether there was one with that id. */
    public boolean remove(String id) {
        return all.removeIf(acl -> acl.id().equals(id));
    }
}

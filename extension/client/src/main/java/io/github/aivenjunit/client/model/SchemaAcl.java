package io.github.aivenjunit.client.model;

/**
 * An entry of the access control of a schema registry.
 *
 * @param id empty when the API sent none; those of a new service begin with {@code default-sr-admin}
 * @param permission {@code schema_registry_read} or {@code schema_registry_write}
 * @param resource {@code Config:}, or {@code Subject:} and a pattern with {@code *} and {@code ?}
 * @param username a pattern with {@code *} and {@code ?}
 */
public record SchemaAcl(String id, String permission, String resource, String username) {

    public SchemaAcl {
        id = Missing.text(id);
        permission = Missing.text(permission);
        resource = Missing.text(resource);
        username = Missing.text(username);
    }
}

package io.github.aivenjunit.client.model;

/**
 * An entry to add to the access control of a schema registry.
 *
 * @param permission {@code schema_registry_read} or {@code schema_registry_write}
 * @param resource {@code Config:}, or {@code Subject:} and a pattern with {@code *} and {@code ?}
 * @param username a pattern with {@code *} and {@code ?}
 */
public record SchemaAclCreate(String permission, String resource, String username) {

    public SchemaAclCreate {
        permission = Missing.required(permission, "permission");
        resource = Missing.required(resource, "resource");
        username = Missing.required(username, "user name pattern");
    }
}

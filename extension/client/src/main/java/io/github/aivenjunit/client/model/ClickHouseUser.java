package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Optional;

/**
 * A user of a ClickHouse service. {@link #toString()} shows id and name only.
 *
 * @param uuid by which the API addresses the user
 * @param password sent when the user was just made, or never changed
 * @param required whether Aiven needs it, so that it cannot be deleted
 */
public record ClickHouseUser(
        String uuid,
        String name,
        Optional<Secret> password,
        boolean required,
        List<Privilege> privileges,
        List<Role> roles) {

    public ClickHouseUser {
        uuid = Missing.identity(uuid, "uuid");
        name = Missing.text(name);
        password = Missing.optional(password);
        privileges = Missing.list(privileges);
        roles = Missing.list(roles);
    }

    @Override
    public String toString() {
        return "ClickHouseUser[uuid=" + uuid + ", name=" + name + "]";
    }

    /**
     * A right of a user; without database, table or column it holds for all of them.
     *
     * @param accessType for example {@code SELECT}
     */
    public record Privilege(
            String accessType,
            Optional<String> database,
            Optional<String> table,
            Optional<String> column,
            boolean grantOption) {

        public Privilege {
            accessType = Missing.text(accessType);
            database = Missing.optional(database);
            table = Missing.optional(table);
            column = Missing.optional(column);
        }
    }

    /** A role of a user. */
    public record Role(String uuid, String name) {

        public Role {
            uuid = Missing.text(uuid);
            name = Missing.text(name);
        }
    }
}

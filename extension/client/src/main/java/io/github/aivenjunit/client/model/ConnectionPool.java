package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * A PgBouncer pool of a PostgreSQL service. {@link #toString()} shows no address.
 *
 * @param poolMode {@code session}, {@code transaction} or {@code statement}
 */
public record ConnectionPool(
        String poolName,
        String database,
        String poolMode,
        int poolSize,
        Optional<String> username,
        Optional<Secret> connectionUri) {

    public ConnectionPool {
        poolName = Missing.text(poolName);
        database = Missing.text(database);
        poolMode = Missing.text(poolMode);
        username = Missing.optional(username);
        connectionUri = Missing.optional(connectionUri);
    }

    @Override
    public String toString() {
        return "ConnectionPool[poolName=" + poolName + ", database=" + database + ", poolMode=" + poolMode + "]";
    }
}

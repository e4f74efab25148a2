package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * A PgBouncer pool to create.
 *
 * @param poolName at most 63 characters; clients use it as the name of the database
 * @param poolMode {@code session}, {@code transaction} (Aiven's default) or {@code statement}
 * @param poolSize 1 to 10000; default: the service's
 * @param username default: whoever connects
 */
public record ConnectionPoolCreate(
        String poolName,
        String database,
        Optional<String> poolMode,
        Optional<Integer> poolSize,
        Optional<String> username) {

    public ConnectionPoolCreate {
        poolName = Missing.required(poolName, "pool name");
        database = Missing.required(database, "database name");
    }

    public static ConnectionPoolCreate of(String poolName, String database) {
        return new ConnectionPoolCreate(poolName, database, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ConnectionPoolCreate withPoolMode(String poolMode) {
        return new ConnectionPoolCreate(poolName, database, Optional.of(poolMode), poolSize, username);
    }

    public ConnectionPoolCreate withPoolSize(int poolSize) {
        return new ConnectionPoolCreate(poolName, database, poolMode, Optional.of(poolSize), username);
    }

    public ConnectionPoolCreate withUsername(String username) {
        return new ConnectionPoolCreate(poolName, database, poolMode, poolSize, Optional.of(username));
    }
}

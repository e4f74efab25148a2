package io.github.aivenjunit.client.model;

import java.util.Optional;

/** A change to a PgBouncer pool. What is empty is not sent and stays as it is. */
public record ConnectionPoolUpdate(
        Optional<String> database, Optional<String> poolMode, Optional<Integer> poolSize, Optional<String> username) {

    /** Changes nothing yet. */
    public static ConnectionPoolUpdate none() {
        return new ConnectionPoolUpdate(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ConnectionPoolUpdate withDatabase(String database) {
        return new ConnectionPoolUpdate(Optional.of(database), poolMode, poolSize, username);
    }

    /** {@code session}, {@code transaction} or {@code statement}. */
    public ConnectionPoolUpdate withPoolMode(String poolMode) {
        return new ConnectionPoolUpdate(database, Optional.of(poolMode), poolSize, username);
    }

    /** 1 to 10000. */
    public ConnectionPoolUpdate withPoolSize(int poolSize) {
        return new ConnectionPoolUpdate(database, poolMode, Optional.of(poolSize), username);
    }

    public ConnectionPoolUpdate withUsername(String username) {
        return new ConnectionPoolUpdate(database, poolMode, poolSize, Optional.of(username));
    }
}

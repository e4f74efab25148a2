package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.connection.PostgresConnection;
import java.util.Optional;

/** The admin's way into the service itself, past the API. */
@FunctionalInterface
public interface ServiceDoor {

    /** The way into a PostgreSQL service; empty where nothing listens on its address. */
    Optional<PostgresConnection> postgres();
}

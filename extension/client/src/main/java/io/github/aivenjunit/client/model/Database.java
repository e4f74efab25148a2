package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * A database of a PostgreSQL or MySQL service.
 */
public record Database(String databaseName, Optional<String> lcCollate, Optional<String> lcCtype) {

    public Database {
        databaseName = Missing.identity(databaseName, "database_name");
        lcCollate = Missing.optional(lcCollate);
        lcCtype = Missing.optional(lcCtype);
    }
}

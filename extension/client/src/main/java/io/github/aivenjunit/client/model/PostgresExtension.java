package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Optional;

/** An extension that {@code CREATE EXTENSION} can install. */
public record PostgresExtension(String name, Optional<String> defaultVersion, List<String> versions) {

    public PostgresExtension {
        name = Missing.identity(name, "name");
        defaultVersion = Missing.optional(defaultVersion);
        versions = Missing.list(versions);
    }
}

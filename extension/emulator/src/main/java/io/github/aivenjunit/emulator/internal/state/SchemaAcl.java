package io.github.aivenjunit.emulator.internal.state;

/** An access rule of a service's schema registry. */
public record SchemaAcl(String id, String permission, String resource, String username) {

    public static final String READ = "schema_registry_read";
    public static final String WRITE = "schema_registry_write";
}

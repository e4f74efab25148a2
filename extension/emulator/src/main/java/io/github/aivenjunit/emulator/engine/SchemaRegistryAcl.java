package io.github.aivenjunit.emulator.engine;

/**
 * An access rule of a schema registry. In both patterns {@code *} stands for any number of characters and {@code ?} for
 * one (Aiven documentation: "Schema registry ACL definitions").
 *
 * @param username pattern of the users who get the permission
 * @param permission what they may do
 * @param resource {@code Config:} for the global level, or {@code Subject:} and the pattern of subjects
 */
public record SchemaRegistryAcl(String username, Permission permission, String resource) {

    /** What an access rule allows. */
    public enum Permission {
        READ,
        /** Includes reading. */
        WRITE
    }
}

package io.github.aivenjunit.emulator.engine;

/**
 * One of Aiven's own access rules for Kafka topics. In both patterns {@code *} stands for any number of characters and
 * {@code ?} for one (Aiven documentation: "Access Control Lists in Aiven for Apache Kafka").
 *
 * @param username pattern of the users who get the permission
 * @param permission what they may do
 * @param topic pattern of the topics that they may do it with
 */
public record AivenAcl(String username, Permission permission, String topic) {

    /** What an access rule allows; reading includes the use of consumer groups. */
    public enum Permission {
        ADMIN,
        READ,
        READWRITE,
        WRITE
    }
}

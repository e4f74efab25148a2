package io.github.aivenjunit.emulator.engine;

/**
 * One of Kafka's own access rules. Enumerated values are spelled as in Kafka's and Aiven's API, in any case.
 *
 * @param principal whom it is about, for example {@code User:alice} or {@code User:*}
 * @param host the address it is about, or {@code *}
 * @param resourceType {@code Topic}, {@code Group}, {@code Cluster} or {@code TransactionalId}
 * @param resourceName the resource's name, its prefix, or {@code *}
 * @param patternType {@code LITERAL} or {@code PREFIXED}
 * @param operation {@code Read}, {@code Write}, {@code All}, for example
 * @param permissionType {@code ALLOW} or {@code DENY}
 */
public record KafkaAcl(
        String principal,
        String host,
        String resourceType,
        String resourceName,
        String patternType,
        String operation,
        String permissionType) {}

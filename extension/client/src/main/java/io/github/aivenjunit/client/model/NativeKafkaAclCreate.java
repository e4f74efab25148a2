package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * An entry to add to Kafka's native access control.
 *
 * @param principal for example {@code User:app}
 * @param operation for example {@code Read}, {@code Write} or {@code All}
 * @param resourceType {@code Cluster}, {@code DelegationToken}, {@code Group}, {@code Topic}, {@code TransactionalId} or
 *     {@code User}
 * @param patternType {@code LITERAL} or {@code PREFIXED}
 * @param permissionType {@code ALLOW} or {@code DENY}
 * @param host default: every one
 */
public record NativeKafkaAclCreate(
        String principal,
        String operation,
        String resourceType,
        String resourceName,
        String patternType,
        String permissionType,
        Optional<String> host) {

    public NativeKafkaAclCreate {
        principal = Missing.required(principal, "principal");
        operation = Missing.required(operation, "operation");
        resourceType = Missing.required(resourceType, "resource type");
        resourceName = Missing.required(resourceName, "resource name");
        patternType = Missing.required(patternType, "pattern type");
        permissionType = Missing.required(permissionType, "permission type");
    }

    /** Allows the principal one operation on the resource of exactly this name, from every host. */
    public static NativeKafkaAclCreate allow(
            String principal, String operation, String resourceType, String resourceName) {
        return new NativeKafkaAclCreate(
                principal, operation, resourceType, resourceName, "LITERAL", "ALLOW", Optional.empty());
    }

    /** Forbids instead of allowing. */
    public NativeKafkaAclCreate denied() {
        return new NativeKafkaAclCreate(principal, operation, resourceType, resourceName, patternType, "DENY", host);
    }

    /** Takes the resource name as the beginning of names. */
    public NativeKafkaAclCreate prefixed() {
        return new NativeKafkaAclCreate(
                principal, operation, resourceType, resourceName, "PREFIXED", permissionType, host);
    }

    public NativeKafkaAclCreate withHost(String host) {
        return new NativeKafkaAclCreate(
                principal, operation, resourceType, resourceName, patternType, permissionType, Optional.of(host));
    }
}

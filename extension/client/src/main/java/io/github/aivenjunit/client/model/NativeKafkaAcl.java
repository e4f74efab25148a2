package io.github.aivenjunit.client.model;

/**
 * An entry of Kafka's native access control.
 *
 * @param principal for example {@code User:app}
 * @param host {@code *} for every one
 * @param operation for example {@code Read}, {@code Write} or {@code All}
 * @param resourceType for example {@code Topic} or {@code Group}
 * @param patternType {@code LITERAL} or {@code PREFIXED}
 * @param permissionType {@code ALLOW} or {@code DENY}
 */
public record NativeKafkaAcl(
        String id,
        String principal,
        String host,
        String operation,
        String resourceType,
        String resourceName,
        String patternType,
        String permissionType) {

    public NativeKafkaAcl {
        id = Missing.identity(id, "id");
        principal = Missing.text(principal);
        host = Missing.text(host);
        operation = Missing.text(operation);
        resourceType = Missing.text(resourceType);
        resourceName = Missing.text(resourceName);
        patternType = Missing.text(patternType);
        permissionType = Missing.text(permissionType);
    }
}

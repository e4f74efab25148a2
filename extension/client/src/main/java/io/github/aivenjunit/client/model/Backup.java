package io.github.aivenjunit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A backup of a service.
 *
 * @param backupTime {@link Instant#EPOCH} when the API sent none
 * @param dataSize in bytes
 */
public record Backup(String backupName, Instant backupTime, long dataSize, Optional<String> storageLocation) {

    public Backup {
        backupName = Missing.text(backupName);
        backupTime = Missing.time(backupTime);
        storageLocation = Missing.optional(storageLocation);
    }
}

package io.github.aivenjunit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A major version of a service type.
 *
 * @param majorVersion for example {@code 17}
 * @param state {@code available}, {@code preview}, {@code eol}, {@code terminated} or {@code unavailable}; empty when the
 *     API sent none
 * @param availabilityEndTime from when on no service of this version can be created
 * @param aivenEndOfLifeTime from when on Aiven upgrades services of this version
 */
public record ServiceVersion(
        String serviceType,
        String majorVersion,
        String state,
        Optional<Instant> availabilityStartTime,
        Optional<Instant> availabilityEndTime,
        Optional<Instant> aivenEndOfLifeTime,
        Optional<Instant> upstreamEndOfLifeTime,
        Optional<String> upgradeToServiceType,
        Optional<String> upgradeToVersion) {

    public ServiceVersion {
        serviceType = Missing.text(serviceType);
        majorVersion = Missing.text(majorVersion);
        state = Missing.text(state);
        availabilityStartTime = Missing.optional(availabilityStartTime);
        availabilityEndTime = Missing.optional(availabilityEndTime);
        aivenEndOfLifeTime = Missing.optional(aivenEndOfLifeTime);
        upstreamEndOfLifeTime = Missing.optional(upstreamEndOfLifeTime);
        upgradeToServiceType = Missing.optional(upgradeToServiceType);
        upgradeToVersion = Missing.optional(upgradeToVersion);
    }
}

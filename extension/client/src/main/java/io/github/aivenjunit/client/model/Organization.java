package io.github.aivenjunit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * An organization.
 *
 * @param accountId the organization's root unit
 * @param tier {@code business} or {@code personal}
 */
public record Organization(
        String organizationId,
        String organizationName,
        Optional<String> accountId,
        String tier,
        Instant createTime,
        Instant updateTime) {

    public Organization {
        organizationId = Missing.identity(organizationId, "organization_id");
        organizationName = Missing.text(organizationName);
        accountId = Missing.optional(accountId);
        tier = Missing.text(tier);
        createTime = Missing.time(createTime);
        updateTime = Missing.time(updateTime);
    }
}

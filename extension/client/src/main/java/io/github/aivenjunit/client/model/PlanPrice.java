package io.github.aivenjunit.client.model;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What a plan costs in one cloud. Aiven bills whole hours, at least one per power-on period.
 *
 * @param basePriceUsd per hour; never guessed: an answer without it is malformed
 */
public record PlanPrice(
        BigDecimal basePriceUsd,
        String cloudName,
        String servicePlan,
        String serviceType,
        Optional<BigDecimal> extraDiskPricePerGbUsd,
        Optional<BigDecimal> objectStorageGbPriceUsd) {

    public PlanPrice {
        Objects.requireNonNull(basePriceUsd, "basePriceUsd");
        cloudName = Missing.text(cloudName);
        servicePlan = Missing.text(servicePlan);
        serviceType = Missing.text(serviceType);
        extraDiskPricePerGbUsd = Missing.optional(extraDiskPricePerGbUsd);
        objectStorageGbPriceUsd = Missing.optional(objectStorageGbPriceUsd);
    }
}

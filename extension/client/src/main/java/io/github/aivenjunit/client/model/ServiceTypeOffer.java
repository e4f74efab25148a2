package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Optional;

/**
 * A service type that Aiven offers.
 *
 * @param serviceType for example {@code pg}
 * @param servicePlans empty when the endpoint lists types only
 */
public record ServiceTypeOffer(
        String serviceType,
        String description,
        Optional<String> defaultVersion,
        Optional<String> latestAvailableVersion,
        List<PlanOffer> servicePlans) {

    public ServiceTypeOffer {
        serviceType = Missing.identity(serviceType, "service_type");
        description = Missing.text(description);
        defaultVersion = Missing.optional(defaultVersion);
        latestAvailableVersion = Missing.optional(latestAvailableVersion);
        servicePlans = Missing.list(servicePlans);
    }
}

package io.github.aivenjunit.client.model;

import java.util.Map;
import java.util.Optional;

/**
 * A plan of a service type.
 *
 * @param servicePlan for example {@code startup-4}
 * @param regions by cloud name
 */
public record PlanOffer(
        String servicePlan, String serviceType, Optional<Integer> nodeCount, Map<String, RegionOffer> regions) {

    public PlanOffer {
        servicePlan = Missing.identity(servicePlan, "service_plan");
        serviceType = Missing.text(serviceType);
        nodeCount = Missing.optional(nodeCount);
        regions = Missing.map(regions);
    }
}

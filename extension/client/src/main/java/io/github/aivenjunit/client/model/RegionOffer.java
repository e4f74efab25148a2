package io.github.aivenjunit.client.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one node of a plan has in one cloud, and what the plan costs there.
 *
 * @param priceUsd per hour, for all nodes
 * @param diskSpaceCapMb how far the disk can grow
 */
public record RegionOffer(
        Optional<BigDecimal> priceUsd,
        Optional<Integer> nodeCpuCount,
        Optional<Long> nodeMemoryMb,
        Optional<Long> diskSpaceMb,
        Optional<Long> diskSpaceCapMb) {

    public RegionOffer {
        priceUsd = Missing.optional(priceUsd);
        nodeCpuCount = Missing.optional(nodeCpuCount);
        nodeMemoryMb = Missing.optional(nodeMemoryMb);
        diskSpaceMb = Missing.optional(diskSpaceMb);
        diskSpaceCapMb = Missing.optional(diskSpaceCapMb);
    }
}

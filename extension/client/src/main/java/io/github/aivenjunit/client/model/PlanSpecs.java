package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * The size of a plan.
 *
 * @param diskSpaceCapMb how far the disk can grow
 * @param diskSpaceStepMb by how much at a time
 */
public record PlanSpecs(
        String servicePlan,
        String serviceType,
        Optional<Integer> nodeCount,
        Optional<Integer> shardCount,
        Optional<Long> diskSpaceMb,
        Optional<Long> diskSpaceCapMb,
        Optional<Long> diskSpaceStepMb) {

    public PlanSpecs {
        servicePlan = Missing.text(servicePlan);
        serviceType = Missing.text(serviceType);
        nodeCount = Missing.optional(nodeCount);
        shardCount = Missing.optional(shardCount);
        diskSpaceMb = Missing.optional(diskSpaceMb);
        diskSpaceCapMb = Missing.optional(diskSpaceCapMb);
        diskSpaceStepMb = Missing.optional(diskSpaceStepMb);
    }
}

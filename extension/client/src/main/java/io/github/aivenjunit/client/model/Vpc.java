package io.github.aivenjunit.client.model;

import java.time.Instant;

/**
 * A virtual private cloud of a project. A project that has one cannot be deleted.
 *
 * @param projectVpcId empty when the API sent none
 * @param state {@code APPROVED}, {@code ACTIVE}, {@code DELETING} or {@code DELETED}
 * @param createTime {@link Instant#EPOCH} when the API sent none
 * @param updateTime {@link Instant#EPOCH} when the API sent none
 */
public record Vpc(
        String projectVpcId,
        String cloudName,
        String networkCidr,
        String state,
        Instant createTime,
        Instant updateTime) {

    public Vpc {
        projectVpcId = Missing.text(projectVpcId);
        cloudName = Missing.text(cloudName);
        networkCidr = Missing.text(networkCidr);
        state = Missing.text(state);
        createTime = Missing.time(createTime);
        updateTime = Missing.time(updateTime);
    }
}

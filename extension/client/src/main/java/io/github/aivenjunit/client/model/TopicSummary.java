package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Optional;

/**
 * A Kafka topic as the list of topics shows it. The list is cached by Aiven and lags in both directions.
 *
 * @param partitions how many
 * @param minInsyncReplicas 0 when the API sent none
 * @param retentionBytes per partition; empty or -1 for no limit
 * @param retentionHours empty or -1 for no limit
 */
public record TopicSummary(
        String topicName,
        TopicState state,
        int partitions,
        int replication,
        int minInsyncReplicas,
        String cleanupPolicy,
        Optional<Long> retentionBytes,
        Optional<Long> retentionHours,
        List<TopicTag> tags,
        Optional<String> topicDescription,
        Optional<String> ownerUserGroupId) {

    public TopicSummary {
        topicName = Missing.identity(topicName, "topic_name");
        state = state == null ? new TopicState("") : state;
        cleanupPolicy = Missing.text(cleanupPolicy);
        retentionBytes = Missing.optional(retentionBytes);
        retentionHours = Missing.optional(retentionHours);
        tags = Missing.list(tags);
        topicDescription = Missing.optional(topicDescription);
        ownerUserGroupId = Missing.optional(ownerUserGroupId);
    }
}

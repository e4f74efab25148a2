package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Kafka topic with its partitions and its whole configuration.
 *
 * @param partitions one entry each; the list of topics has their number in this place
 * @param config by key, for example {@code retention_ms}; defaults included
 */
public record Topic(
        String topicName,
        TopicState state,
        int replication,
        List<TopicPartition> partitions,
        Map<String, TopicConfigValue> config,
        List<TopicTag> tags,
        Optional<String> topicDescription,
        Optional<String> ownerUserGroupId) {

    public Topic {
        topicName = Missing.identity(topicName, "topic_name");
        state = state == null ? new TopicState("") : state;
        partitions = Missing.list(partitions);
        config = Missing.map(config);
        tags = Missing.list(tags);
        topicDescription = Missing.optional(topicDescription);
        ownerUserGroupId = Missing.optional(ownerUserGroupId);
    }
}

package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change to a Kafka topic. What is empty is not sent and stays as it is.
 *
 * @param partitions more than before: Kafka takes none away
 * @param config the keys to change
 * @param tags all of them anew, when present
 */
public record TopicUpdate(
        Optional<Integer> partitions,
        Optional<Integer> replication,
        Map<String, Object> config,
        Optional<List<TopicTag>> tags,
        Optional<String> topicDescription) {

    public TopicUpdate {
        config = Missing.json(config);
        tags = tags.map(Missing::list);
    }

    /** Changes nothing yet. */
    public static TopicUpdate none() {
        return new TopicUpdate(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty());
    }

    public TopicUpdate withPartitions(int partitions) {
        return new TopicUpdate(Optional.of(partitions), replication, config, tags, topicDescription);
    }

    public TopicUpdate withReplication(int replication) {
        return new TopicUpdate(partitions, Optional.of(replication), config, tags, topicDescription);
    }

    public TopicUpdate withConfig(Map<String, Object> config) {
        return new TopicUpdate(partitions, replication, config, tags, topicDescription);
    }

    public TopicUpdate withTags(List<TopicTag> tags) {
        return new TopicUpdate(partitions, replication, config, Optional.of(tags), topicDescription);
    }

    public TopicUpdate withDescription(String description) {
        return new TopicUpdate(partitions, replication, config, tags, Optional.of(description));
    }
}

package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Kafka topic to create. What is empty is left to Aiven's defaults.
 *
 * @param topicName 1 to 249 characters
 * @param replication at most as many as there are brokers
 * @param config keys with underscores, for example {@code retention_ms}; strings, numbers and booleans
 * @param tags three at most
 */
public record TopicCreate(
        String topicName,
        Optional<Integer> partitions,
        Optional<Integer> replication,
        Map<String, Object> config,
        List<TopicTag> tags,
        Optional<String> topicDescription) {

    public TopicCreate {
        topicName = Missing.required(topicName, "topic name");
        config = Missing.json(config);
        tags = Missing.list(tags);
    }

    /** A topic with the defaults of the service. */
    public static TopicCreate of(String topicName) {
        return new TopicCreate(topicName, Optional.empty(), Optional.empty(), Map.of(), List.of(), Optional.empty());
    }

    public TopicCreate withPartitions(int partitions) {
        return new TopicCreate(topicName, Optional.of(partitions), replication, config, tags, topicDescription);
    }

    public TopicCreate withReplication(int replication) {
        return new TopicCreate(topicName, partitions, Optional.of(replication), config, tags, topicDescription);
    }

    public TopicCreate withConfig(Map<String, Object> config) {
        return new TopicCreate(topicName, partitions, replication, config, tags, topicDescription);
    }

    public TopicCreate withTags(List<TopicTag> tags) {
        return new TopicCreate(topicName, partitions, replication, config, tags, topicDescription);
    }

    public TopicCreate withDescription(String description) {
        return new TopicCreate(topicName, partitions, replication, config, tags, Optional.of(description));
    }
}

package io.github.aivenjunit.client.model;

import java.util.List;

/**
 * One partition of a Kafka topic.
 *
 * @param partition its number, from 0
 * @param isr how many replicas are in sync
 * @param size in bytes
 * @param consumerGroups who reads it, and how far
 */
public record TopicPartition(
        int partition,
        int isr,
        long earliestOffset,
        long latestOffset,
        long size,
        List<ConsumerGroupOffset> consumerGroups) {

    public TopicPartition {
        consumerGroups = Missing.list(consumerGroups);
    }
}

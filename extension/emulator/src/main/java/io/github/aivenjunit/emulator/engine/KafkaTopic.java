package io.github.aivenjunit.emulator.engine;

import java.util.Map;

/**
 * A Kafka topic.
 *
 * @param name its name
 * @param partitions how many it has
 * @param replication on how many brokers each partition lies
 * @param config what was set on the topic itself, by Kafka's names such as {@code retention.ms}
 */
public record KafkaTopic(String name, int partitions, int replication, Map<String, String> config) {

    public KafkaTopic {
        config = Map.copyOf(config);
    }
}

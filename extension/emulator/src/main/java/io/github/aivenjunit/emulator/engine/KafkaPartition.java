package io.github.aivenjunit.emulator.engine;

/**
 * A partition of a Kafka topic.
 *
 * @param partition its number, from 0
 * @param inSyncReplicas how many brokers have all its records
 * @param earliestOffset the offset of its first record
 * @param latestOffset the offset that its next record will get
 * @param size its records on disk in bytes
 */
public record KafkaPartition(int partition, int inSyncReplicas, long earliestOffset, long latestOffset, long size) {}

package io.github.aivenjunit.emulator.engine;

/**
 * A setting of a Kafka topic.
 *
 * @param value the value in force; empty when Kafka has none
 * @param source where it comes from, by Kafka's names: {@code DYNAMIC_TOPIC_CONFIG}, {@code STATIC_BROKER_CONFIG},
 *     {@code DEFAULT_CONFIG}, for example
 */
public record KafkaSetting(String value, String source) {}

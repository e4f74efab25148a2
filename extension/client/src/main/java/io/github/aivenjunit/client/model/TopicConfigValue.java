package io.github.aivenjunit.client.model;

/**
 * A setting of a Kafka topic.
 *
 * @param value as text, also where the API sends a number or a boolean
 * @param source where it comes from, for example {@code topic_config} or {@code default_config}
 */
public record TopicConfigValue(String value, String source) {

    public TopicConfigValue {
        value = Missing.text(value);
        source = Missing.text(source);
    }
}

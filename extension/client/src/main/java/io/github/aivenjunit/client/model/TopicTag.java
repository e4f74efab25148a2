package io.github.aivenjunit.client.model;

/** A tag of a Kafka topic; a topic has three at most (Aiven API). */
public record TopicTag(String key, String value) {

    public TopicTag {
        key = Missing.text(key);
        value = Missing.text(value);
    }
}

package io.github.aivenjunit.client.model;

/**
 * The state of a Kafka topic. A value that Aiven may add survives as the text it sent.
 *
 * @param value as the API writes it; empty when it sent none
 */
public record TopicState(String value) {

    /** Ready to be written to and read from. */
    public static final TopicState ACTIVE = new TopicState("ACTIVE");

    /** Being created or changed. */
    public static final TopicState CONFIGURING = new TopicState("CONFIGURING");

    /** On its way out. */
    public static final TopicState DELETING = new TopicState("DELETING");

    public TopicState {
        value = Missing.text(value);
    }

    @Override
    public String toString() {
        return value;
    }
}

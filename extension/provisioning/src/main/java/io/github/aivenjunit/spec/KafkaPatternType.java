package io.github.aivenjunit.spec;

/** How the resource of an entry of Kafka's native access control is meant. */
public enum KafkaPatternType {

    /** The resource of exactly this name; {@code *} is every one. */
    LITERAL,

    /** Every resource whose name begins so. */
    PREFIXED
}

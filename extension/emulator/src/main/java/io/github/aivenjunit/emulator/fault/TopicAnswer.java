package io.github.aivenjunit.emulator.fault;

/** How the API answers the read of a Kafka topic that was just created; all have been seen on Aiven. */
public enum TopicAnswer {
    /** 404. */
    NOT_FOUND,

    /** 501 {@code Failed to fetch Kafka topic}. */
    FETCH_FAILED,

    /** The topic in the state {@code CONFIGURING}. */
    CONFIGURING
}

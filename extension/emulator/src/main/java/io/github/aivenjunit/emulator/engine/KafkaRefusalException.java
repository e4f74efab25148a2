package io.github.aivenjunit.emulator.engine;

import java.io.IOException;

/** A Kafka broker refused what it was asked to do. The message is the broker's own. */
public final class KafkaRefusalException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String error;

    /**
     * @param error Kafka's name of the error, for example {@code TOPIC_ALREADY_EXISTS}
     * @param message the broker's reason
     */
    public KafkaRefusalException(String error, String message) {
        super(message);
        this.error = error;
    }

    /** Kafka's name of the error, for example {@code TOPIC_ALREADY_EXISTS}. */
    public String error() {
        return error;
    }
}

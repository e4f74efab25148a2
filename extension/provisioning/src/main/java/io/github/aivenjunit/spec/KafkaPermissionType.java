package io.github.aivenjunit.spec;

/** Whether an entry of Kafka's native access control allows or denies. */
public enum KafkaPermissionType {
    ALLOW,

    /** Wins over everything that allows, Aiven's own entries included. */
    DENY
}

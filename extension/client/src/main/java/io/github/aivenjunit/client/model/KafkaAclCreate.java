package io.github.aivenjunit.client.model;

/**
 * An entry to add to Aiven's access control for Kafka.
 *
 * @param permission {@code admin}, {@code read}, {@code readwrite} or {@code write}
 * @param topic a pattern with {@code *} and {@code ?}
 * @param username a pattern with {@code *} and {@code ?}; the API takes names that no user has
 */
public record KafkaAclCreate(String permission, String topic, String username) {

    public KafkaAclCreate {
        permission = Missing.required(permission, "permission");
        topic = Missing.required(topic, "topic pattern");
        username = Missing.required(username, "user name pattern");
    }
}

package io.github.aivenjunit.client.model;

/**
 * An entry of Aiven's own access control for Kafka.
 *
 * @param id empty when the API sent none; {@code default} is the entry of a new service, which lets its first user do
 *     everything
 * @param permission {@code admin}, {@code read}, {@code readwrite} or {@code write}
 * @param topic a pattern with {@code *} and {@code ?}
 * @param username a pattern with {@code *} and {@code ?}
 */
public record KafkaAcl(String id, String permission, String topic, String username) {

    public KafkaAcl {
        id = Missing.text(id);
        permission = Missing.text(permission);
        topic = Missing.text(topic);
        username = Missing.text(username);
    }
}

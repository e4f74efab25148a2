package io.github.aivenjunit.client.model;

import java.util.Optional;

/**
 * Limits of a Kafka client. What is empty is not limited.
 *
 * @param consumerByteRate bytes per second and broker
 * @param producerByteRate bytes per second and broker
 * @param requestPercentage of the broker's time
 */
public record KafkaQuota(
        Optional<String> user,
        Optional<String> clientId,
        Optional<Double> consumerByteRate,
        Optional<Double> producerByteRate,
        Optional<Double> requestPercentage) {

    public KafkaQuota {
        user = Missing.optional(user);
        clientId = Missing.optional(clientId);
        consumerByteRate = Missing.optional(consumerByteRate);
        producerByteRate = Missing.optional(producerByteRate);
        requestPercentage = Missing.optional(requestPercentage);
    }

    /** No limit yet. */
    public static KafkaQuota of(QuotaTarget target) {
        return new KafkaQuota(target.user(), target.clientId(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public KafkaQuota withConsumerByteRate(double bytesPerSecond) {
        return new KafkaQuota(user, clientId, Optional.of(bytesPerSecond), producerByteRate, requestPercentage);
    }

    public KafkaQuota withProducerByteRate(double bytesPerSecond) {
        return new KafkaQuota(user, clientId, consumerByteRate, Optional.of(bytesPerSecond), requestPercentage);
    }

    public KafkaQuota withRequestPercentage(double percentage) {
        return new KafkaQuota(user, clientId, consumerByteRate, producerByteRate, Optional.of(percentage));
    }
}

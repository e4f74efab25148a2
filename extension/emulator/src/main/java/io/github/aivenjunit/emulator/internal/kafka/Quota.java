package io.github.aivenjunit.emulator.internal.kafka;

import java.util.Optional;
import java.util.OptionalDouble;

/** Limits of a Kafka client. What is empty is not limited. */
public record Quota(
        Subject subject,
        OptionalDouble consumerByteRate,
        OptionalDouble producerByteRate,
        OptionalDouble requestPercentage) {

    /** Whom a quota limits. */
    public record Subject(Optional<String> user, Optional<String> clientId) {}

    /** The same with the limits of the other where it has some. */
    public Quota with(Quota later) {
        return new Quota(
                subject,
                later.consumerByteRate.isPresent() ? later.consumerByteRate : consumerByteRate,
                later.producerByteRate.isPresent() ? later.producerByteRate : producerByteRate,
                later.requestPercentage.isPresent() ? later.requestPercentage : requestPercentage);
    }
}

package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.engine.KafkaRefusalException;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.io.IOException;
import java.util.Optional;

/** Leads from a call to the Kafka service that it names and to the broker behind it. */
final class KafkaBrokers {

    private final Platform platform;

    KafkaBrokers(Platform platform) {
        this.platform = platform;
    }

    /** A request to a broker. */
    @FunctionalInterface
    interface Request<T> {
        T send() throws IOException;
    }

    /** A request to a broker that has nothing to tell. */
    @FunctionalInterface
    interface Order {
        void send() throws IOException;
    }

    Service service(Call call) {
        Service service = platform.project(call.project()).service(call.service());
        if (!service.type().code().equals("kafka")) {
            throw Refusal.of(400, "Service type '" + service.type().code() + "' is not Kafka");
        }
        return service;
    }

    /** The broker of a service that serves its clients; a stand-in where there is no engine. */
    KafkaServer broker(Service service) {
        if (!service.isServing()) {
            throw unavailable();
        }
        return service.power().server(KafkaServer.class).orElseGet(service.kafka()::memoryBroker);
    }

    /** The real broker, if there is one that can be told something now. */
    static Optional<KafkaServer> accepting(Service service) {
        return service.isAccepting() ? service.power().server(KafkaServer.class) : Optional.empty();
    }

    /** Sends a request about a topic, and answers a broker's refusal as the API does. */
    static <T> T ask(String topic, Request<T> request) throws IOException {
        try {
            return request.send();
        } catch (KafkaRefusalException e) {
            throw refusal(topic, e);
        }
    }

    static void tell(String topic, Order order) throws IOException {
        ask(topic, () -> {
            order.send();
            return true;
        });
    }

    static Refusal unknownTopic(String topic) {
        return Refusal.of(404, "kafka_topic_not_found", "Topic '" + topic + "' does not exist");
    }

    static Refusal takenTopic(String topic) {
        return Refusal.of(409, "kafka_topic_already_exists", "Topic '" + topic + "' already exists");
    }

    private static Refusal refusal(String topic, KafkaRefusalException refusal) {
        String reason = String.valueOf(refusal.getMessage());
        return switch (refusal.error()) {
            case "TOPIC_ALREADY_EXISTS" -> takenTopic(topic);
            case "UNKNOWN_TOPIC_OR_PARTITION" -> unknownTopic(topic);
            case "INVALID_CONFIG",
                    "INVALID_PARTITIONS",
                    "INVALID_REPLICATION_FACTOR",
                    "INVALID_REQUEST",
                    "INVALID_TOPIC_EXCEPTION",
                    "POLICY_VIOLATION" -> Refusal.of(400, "kafka_topic_invalid_config", reason);
            default -> Refusal.of(503, "kafka_service_unavailable", reason);
        };
    }

    private static Refusal unavailable() {
        return Refusal.of(503, "kafka_service_unavailable", "Kafka service is not available");
    }
}

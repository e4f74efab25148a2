package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.catalogue.PlanOffer;
import io.github.aivenjunit.emulator.internal.catalogue.TypeOffer;
import io.github.aivenjunit.emulator.internal.state.ServiceOrder;

/**
 * What the plans of Kafka leave out (Aiven documentation: Kafka Connect wants a business or premium plan; the free tier
 * has 5 topics with 2 partitions each). The words of the refusals are our own where no source has them.
 */
final class KafkaPlans {

    private static final int FREE_TOPICS = 5;
    private static final int FREE_PARTITIONS = 2;
    private static final int USUAL_REPLICATION = 3;

    private KafkaPlans() {}

    static void requireOffered(TypeOffer type, PlanOffer plan, JsonNode userConfig) {
        boolean small = isFree(plan) || plan.name().startsWith("startup");
        if (type.code().equals("kafka")
                && small
                && userConfig.path("kafka_connect").asBoolean()) {
            throw Refusal.of(403, "Current service plan does not include the Kafka Connect option");
        }
    }

    static boolean isFree(PlanOffer plan) {
        return plan.name().startsWith("free");
    }

    static void requireRoomForTopic(PlanOffer plan, int present) {
        if (isFree(plan) && present >= FREE_TOPICS) {
            throw tooSmall(plan, FREE_TOPICS + " topics");
        }
    }

    static void requireRoomForPartitions(PlanOffer plan, int partitions) {
        if (isFree(plan) && partitions > FREE_PARTITIONS) {
            throw tooSmall(plan, FREE_PARTITIONS + " partitions per topic");
        }
    }

    static void requireBrokers(int joined, int replication) {
        if (replication > joined) {
            throw Refusal.of(
                    409, "Cluster only has " + joined + " broker(s), cannot set replication factor to " + replication);
        }
    }

    /** How many replicas a topic gets when nothing is said. */
    static int defaultReplication(ServiceOrder order) {
        return order.userConfig()
                .path("kafka")
                .path("default_replication_factor")
                .asInt(Math.min(USUAL_REPLICATION, order.plan().nodes()));
    }

    static int defaultPartitions(ServiceOrder order) {
        return order.userConfig().path("kafka").path("num_partitions").asInt(1);
    }

    private static Refusal tooSmall(PlanOffer plan, String most) {
        return Refusal.of(
                400, "kafka_topic_invalid_config", "Plan '" + plan.name() + "' does not allow more than " + most);
    }
}

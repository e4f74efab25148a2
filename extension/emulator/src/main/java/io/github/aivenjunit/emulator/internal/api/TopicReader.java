package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.engine.KafkaPartition;
import io.github.aivenjunit.emulator.engine.KafkaRefusalException;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import io.github.aivenjunit.emulator.internal.kafka.TopicNote;
import io.github.aivenjunit.emulator.internal.kafka.TopicView;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a broker for its topics and adds what only the control plane knows. Called without the platform's lock. */
record TopicReader(Platform platform, Service service, KafkaServer broker) {

    /** A topic with its partitions. */
    Optional<TopicView> find(String name) throws IOException {
        Optional<KafkaTopic> topic = broker.topic(name);
        return topic.isEmpty() ? Optional.empty() : view(topic.get(), true);
    }

    /** All topics without their partitions, in the order of their names. */
    List<TopicView> all() throws IOException {
        List<TopicView> views = new ArrayList<>();
        for (KafkaTopic topic : broker.topics()) {
            view(topic, false).ifPresent(views::add);
        }
        return views;
    }

    /** Empty when a client deletes it at this moment. */
    private Optional<TopicView> view(KafkaTopic topic, boolean withPartitions) throws IOException {
        TopicNote note = platform.locked(
                () -> service.kafka().notes().getOrDefault(topic.name(), TopicNote.ofForeign(topic.replication())));
        try {
            List<KafkaPartition> partitions = withPartitions ? broker.partitions(topic.name()) : List.of();
            return Optional.of(new TopicView(topic, broker.topicSettings(topic.name()), partitions, note));
        } catch (KafkaRefusalException e) {
            if (e.error().equals("UNKNOWN_TOPIC_OR_PARTITION")) {
                return Optional.empty();
            }
            throw e;
        }
    }
}

package io.github.aivenjunit.emulator.internal.kafka;

import io.github.aivenjunit.emulator.engine.KafkaPartition;
import io.github.aivenjunit.emulator.engine.KafkaSetting;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A topic as the API tells of it: what the broker has, and what the control plane knows besides.
 *
 * @param settings all that are in force, by Kafka's names
 * @param partitions empty where only the list needs it
 */
public record TopicView(
        KafkaTopic topic, Map<String, KafkaSetting> settings, List<KafkaPartition> partitions, TopicNote note) {

    public TopicView {
        Map<String, KafkaSetting> all = new TreeMap<>(settings);
        note.aside().forEach((name, value) -> all.put(name, new KafkaSetting(value, "DYNAMIC_TOPIC_CONFIG")));
        settings = Map.copyOf(all);
    }

    public String name() {
        return topic.name();
    }

    public String state(Instant now) {
        return now.isBefore(note.activeAt()) ? "CONFIGURING" : "ACTIVE";
    }
}

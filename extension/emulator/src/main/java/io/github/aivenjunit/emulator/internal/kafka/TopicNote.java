package io.github.aivenjunit.emulator.internal.kafka;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the control plane knows of a topic and Kafka does not.
 *
 * @param replication what was asked for; the broker here has no others to replicate to
 * @param aside settings by Kafka's names that the broker here cannot be told
 * @param activeAt when its state becomes {@code ACTIVE}
 */
public record TopicNote(
        int replication,
        Map<String, String> aside,
        List<Tag> tags,
        Optional<String> description,
        Optional<String> ownerGroup,
        Instant activeAt) {

    public TopicNote {
        aside = Map.copyOf(aside);
        tags = List.copyOf(tags);
    }

    /** A topic that a client made. */
    public static TopicNote ofForeign(int replication) {
        return new TopicNote(replication, Map.of(), List.of(), Optional.empty(), Optional.empty(), Instant.MIN);
    }

    /** A label of a topic. */
    public record Tag(String key, String value) {}
}

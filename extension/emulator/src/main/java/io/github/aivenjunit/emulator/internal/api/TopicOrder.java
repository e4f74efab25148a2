package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.kafka.TopicNote;
import io.github.aivenjunit.emulator.internal.kafka.TopicSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * What a request asks of a topic. What it does not mention is empty.
 *
 * @param config settings by Kafka's names; an empty value means Kafka's default
 */
record TopicOrder(
        OptionalInt partitions,
        OptionalInt replication,
        Map<String, Optional<String>> config,
        Optional<List<TopicNote.Tag>> tags,
        Optional<String> description,
        Optional<String> ownerGroup) {

    private static final int MOST_PARTITIONS = 1_000_000;
    private static final long MOST_HOURS = 2_562_047_788_015L;
    private static final int MOST_TAGS = 3;
    private static final int TAG_KEY_LENGTH = 64;
    private static final int TEXT_LENGTH = 256;
    private static final int GROUP_LENGTH = 36;

    static TopicOrder of(Input input) {
        return new TopicOrder(
                input.integer("partitions", 1, MOST_PARTITIONS),
                input.integer("replication", 1, Short.MAX_VALUE),
                config(input),
                tags(input),
                input.filledText("topic_description", TEXT_LENGTH),
                input.filledText("owner_user_group_id", GROUP_LENGTH));
    }

    /** The settings of the topic itself after this order, by Kafka's names. */
    Map<String, String> applyTo(Map<String, String> before) {
        Map<String, String> after = new LinkedHashMap<>(before);
        config.forEach((name, value) -> value.ifPresentOrElse(text -> after.put(name, text), () -> after.remove(name)));
        return after;
    }

    /** The settings beside {@code config} are an older spelling of some of them; {@code config} wins. */
    private static Map<String, Optional<String>> config(Input input) {
        ObjectNode sent = Reply.object();
        input.wholeNumber("retention_hours", Long.MIN_VALUE, MOST_HOURS)
                .ifPresent(hours -> sent.put("retention_ms", hours < 0 ? -1 : TimeUnit.HOURS.toMillis(hours)));
        input.wholeNumber("retention_bytes", Long.MIN_VALUE, Long.MAX_VALUE)
                .ifPresent(bytes -> sent.put("retention_bytes", bytes));
        input.integer("min_insync_replicas", 1, Integer.MAX_VALUE)
                .ifPresent(replicas -> sent.put("min_insync_replicas", replicas));
        input.text("cleanup_policy", TEXT_LENGTH).ifPresent(policy -> sent.put("cleanup_policy", policy));
        input.object("config").ifPresent(sent::setAll);
        TopicSettings.check(sent);
        Map<String, Optional<String>> config = new LinkedHashMap<>();
        sent.properties()
                .forEach(setting -> config.put(
                        TopicSettings.kafkaName(setting.getKey()),
                        Optional.of(setting.getValue())
                                .filter(value -> !value.isNull())
                                .map(JsonNode::asText)));
        return config;
    }

    private static Optional<List<TopicNote.Tag>> tags(Input input) {
        if (!input.hasValue("tags")) {
            return Optional.empty();
        }
        List<TopicNote.Tag> tags = new ArrayList<>();
        for (JsonNode element : input.array("tags", MOST_TAGS)) {
            Input tag = Input.asInput(element);
            tags.add(new TopicNote.Tag(
                    tag.requiredFilledText("key", TAG_KEY_LENGTH), tag.requiredText("value", TEXT_LENGTH)));
        }
        return Optional.of(tags);
    }
}

package io.github.aivenjunit.emulator.internal.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.KafkaSetting;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The settings of Kafka topics. The API writes {@code retention_ms} and JSON's types for what is {@code retention.ms}
 * and text in Kafka.
 */
public final class TopicSettings {

    /**
     * What the broker here cannot be told: it is alone, so more than one replica in sync would refuse every record; the
     * others left Kafka with version 4.0.
     */
    private static final Set<String> KEPT_ASIDE = Set.of(
            "min.insync.replicas",
            "message.downconversion.enable",
            "message.format.version",
            "message.timestamp.difference.max.ms");

    private TopicSettings() {}

    /** Refuses what the API refuses before it asks Kafka. */
    public static void check(ObjectNode config) {
        config.fieldNames().forEachRemaining(key -> {
            if (!names().contains(key)) {
                throw invalid("Unknown topic config name: " + kafkaName(key));
            }
        });
        Loaded.SCHEMA.check(config);
        config.properties().forEach(setting -> {
            if (setting.getValue().isBigInteger()) {
                throw invalid("Invalid value " + setting.getValue() + " for configuration "
                        + kafkaName(setting.getKey()) + ": Not a number of type LONG");
            }
        });
    }

    /** All settings by the API's names, in their order. */
    public static List<String> names() {
        return Loaded.NAMES;
    }

    public static String kafkaName(String name) {
        return name.replace('_', '.');
    }

    /** Whether the setting, by Kafka's name, lives in the control plane only. */
    public static boolean isKeptAside(String kafkaName) {
        return KEPT_ASIDE.contains(kafkaName);
    }

    /** Kafka's own values, by Kafka's names. */
    static Map<String, KafkaSetting> defaults() {
        Map<String, KafkaSetting> defaults = new TreeMap<>();
        names().forEach(name -> defaults.put(
                kafkaName(name),
                new KafkaSetting(definition(name).path("default").asText(), "DEFAULT_CONFIG")));
        return defaults;
    }

    /** A value of Kafka in the type that the API has for it; empty when Kafka's value is none of that type. */
    public static Optional<JsonNode> typed(String name, String value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        try {
            return Optional.of(
                    switch (definition(name).path("type").path(0).asText()) {
                        case "integer" -> json.numberNode(Long.parseLong(value));
                        case "number" -> json.numberNode(Double.parseDouble(value));
                        case "boolean" -> json.booleanNode(Boolean.parseBoolean(value));
                        default -> json.textNode(value);
                    });
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static Refusal invalid(String reason) {
        return Refusal.of(400, "kafka_topic_invalid_config", reason);
    }

    private static JsonNode definition(String name) {
        return Loaded.SCHEMA.json().path("properties").path(name);
    }

    private static final class Loaded {
        static final Schema SCHEMA = new Schema(Definitions.read("topic-config.json"));
        static final List<String> NAMES = List.copyOf(SCHEMA.json().path("properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList());
    }
}

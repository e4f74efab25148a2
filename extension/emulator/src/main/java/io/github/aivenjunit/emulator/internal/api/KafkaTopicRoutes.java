package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.fault.TopicAnswer;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.kafka.DepartedTopic;
import io.github.aivenjunit.emulator.internal.kafka.TopicView;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads topics. They live in the broker: those that clients made show too, Kafka's internal ones do not. */
final class KafkaTopicRoutes {

    private static final int MOST_NAMES = 1000;

    private final Platform platform;
    private final KafkaBrokers brokers;
    private final KafkaTopicChanges changes;

    KafkaTopicRoutes(Platform platform) {
        this.platform = platform;
        this.brokers = new KafkaBrokers(platform);
        this.changes = new KafkaTopicChanges(platform, brokers);
    }

    void addTo(Routes routes) {
        String topics = "/project/{project}/service/{service_name}/topic";
        routes.add("GET", topics, "ServiceKafkaTopicList", this::list);
        routes.add("POST", topics, "ServiceKafkaTopicCreate", changes::create);
        routes.add("GET", topics + "/{topic_name}", "ServiceKafkaTopicGet", this::get);
        routes.add("PUT", topics + "/{topic_name}", "ServiceKafkaTopicUpdate", changes::update);
        routes.add("DELETE", topics + "/{topic_name}", "ServiceKafkaTopicDelete", changes::delete);
        routes.add("POST", "/v2" + topics, "ServiceKafkaTopicListV2", this::describe);
    }

    private Reply list(Call call) {
        Service service = brokers.service(call);
        TopicReader reader = new TopicReader(platform, service, brokers.broker(service));
        return new Reply.Deferred(() -> {
            List<TopicView> found = reader.all();
            return platform.locked(() -> list(service, found));
        });
    }

    private Reply list(Service service, List<TopicView> found) {
        Instant now = platform.now();
        Map<String, ObjectNode> listed = new TreeMap<>();
        for (TopicView topic : found) {
            if (!service.lags().holds(TopicLags.unlisted(topic.name()))) {
                listed.put(topic.name(), KafkaJson.listed(topic, topic.state(now)));
            }
        }
        for (DepartedTopic departed : List.copyOf(service.kafka().departed().values())) {
            TopicView topic = departed.lastSeen();
            if (now.isBefore(departed.goneAt())) {
                listed.putIfAbsent(topic.name(), KafkaJson.listed(topic, "DELETING"));
            } else if (service.lags().holds(TopicLags.stillListed(topic.name()))) {
                listed.putIfAbsent(topic.name(), KafkaJson.listed(topic, "ACTIVE"));
            } else {
                service.kafka().departed().remove(topic.name());
            }
        }
        ObjectNode answer = Reply.object();
        ArrayNode topics = answer.putArray("topics");
        listed.values().forEach(topics::add);
        return Reply.ok(answer);
    }

    private Reply get(Call call) {
        Service service = brokers.service(call);
        KafkaServer broker = brokers.broker(service);
        return new Reply.Deferred(() -> {
            ObjectNode answer = Reply.object();
            answer.set("topic", read(service, broker, call.path("topic_name")));
            return Reply.ok(answer);
        });
    }

    /** Aiven API: one unknown name fails the whole batch. */
    private Reply describe(Call call) {
        Service service = brokers.service(call);
        List<String> names = names(call.input());
        KafkaServer broker = brokers.broker(service);
        return new Reply.Deferred(() -> {
            ObjectNode answer = Reply.object();
            ArrayNode topics = answer.putArray("topics");
            for (String name : names) {
                topics.add(read(service, broker, name));
            }
            return Reply.ok(answer);
        });
    }

    private ObjectNode read(Service service, KafkaServer broker, String name) throws IOException {
        Optional<TopicView> found = new TopicReader(platform, service, broker).find(name);
        return platform.locked(() -> {
            if (found.isEmpty()) {
                return departed(service, name)
                        .map(topic -> KafkaJson.whole(topic.lastSeen(), "DELETING"))
                        .orElseThrow(() -> KafkaBrokers.unknownTopic(name));
            }
            String state = found.get().state(platform.now());
            Optional<TopicAnswer> lag = TopicLags.next(service.lags(), name);
            if (lag.isEmpty()) {
                return KafkaJson.whole(found.get(), state);
            }
            return switch (lag.get()) {
                case NOT_FOUND -> throw KafkaBrokers.unknownTopic(name);
                case FETCH_FAILED -> throw Refusal.of(501, "Failed to fetch Kafka topic: " + name);
                case CONFIGURING -> KafkaJson.whole(found.get(), "CONFIGURING");
            };
        });
    }

    private Optional<DepartedTopic> departed(Service service, String name) {
        return Optional.ofNullable(service.kafka().departed().get(name))
                .filter(departed -> platform.now().isBefore(departed.goneAt()));
    }

    private static List<String> names(Input input) {
        if (!input.hasValue("topic_names")) {
            throw Refusal.invalidInput("'topic_names' is a required property");
        }
        List<String> names = new ArrayList<>();
        for (JsonNode element : input.array("topic_names", MOST_NAMES)) {
            if (!element.isTextual()) {
                throw Refusal.invalidInput(element.asText() + " is not of type 'string'");
            }
            names.add(element.textValue());
        }
        return names;
    }
}

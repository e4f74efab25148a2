package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.kafka.DepartedTopic;
import io.github.aivenjunit.emulator.internal.kafka.KafkaData;
import io.github.aivenjunit.emulator.internal.kafka.TopicNote;
import io.github.aivenjunit.emulator.internal.kafka.TopicSettings;
import io.github.aivenjunit.emulator.internal.kafka.TopicView;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceLives;
import io.github.aivenjunit.emulator.internal.state.ServiceOrder;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Creates, changes and deletes topics. The broker has changed before the API answers; the state that the API shows
 * follows the emulator's clock.
 */
final class KafkaTopicChanges {

    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]+");
    private static final int NAME_LENGTH = 249;

    /** Of Kafka, of Kafka Connect and of the schema registry. */
    private static final Set<String> RESERVED = Set.of(
            "__cluster_metadata",
            "__consumer_offsets",
            "__share_group_state",
            "__transaction_state",
            "__connect_configs",
            "__connect_offsets",
            "__connect_status",
            "_schemas");

    private final Platform platform;
    private final KafkaBrokers brokers;

    KafkaTopicChanges(Platform platform, KafkaBrokers brokers) {
        this.platform = platform;
        this.brokers = brokers;
    }

    Reply create(Call call) {
        Service service = brokers.service(call);
        Input input = call.input();
        String name = input.requiredFilledText("topic_name", NAME_LENGTH);
        input.text("topic_name", NAME_LENGTH, NAME);
        TopicOrder sent = TopicOrder.of(input);
        KafkaServer broker = brokers.broker(service);
        refuseReserved(name);
        ServiceOrder order = service.order();
        int replication = sent.replication().orElse(KafkaPlans.defaultReplication(order));
        int partitions = sent.partitions().orElse(KafkaPlans.defaultPartitions(order));
        KafkaPlans.requireBrokers(order.plan().nodes(), replication);
        KafkaPlans.requireRoomForPartitions(order.plan(), partitions);
        if (replication > 1 && service.lags().holds(ServiceLives.MISSING_BROKERS)) {
            KafkaPlans.requireBrokers(1, replication);
        }
        if (isLeaving(service, name)) {
            throw KafkaBrokers.takenTopic(name);
        }
        Map<String, String> config = sent.applyTo(Map.of());
        Instant activeAt = platform.now().plus(platform.lives().partTime(service));
        TopicNote note = new TopicNote(
                replication,
                aside(config),
                sent.tags().orElse(List.of()),
                sent.description(),
                sent.ownerGroup(),
                activeAt);
        KafkaTopic topic = new KafkaTopic(name, partitions, 1, forBroker(config));
        return claimed(service, name, () -> {
            service.kafka().inTurn(() -> {
                KafkaPlans.requireRoomForTopic(
                        order.plan(),
                        KafkaPlans.isFree(order.plan()) ? broker.topics().size() : 0);
                if (broker.topic(name).isPresent()) {
                    throw KafkaBrokers.takenTopic(name);
                }
                createNoted(service, broker, topic, note);
                return true;
            });
            return Reply.message("created");
        });
    }

    /** The note is there before the topic, so that nobody sees the one without the other. */
    private void createNoted(Service service, KafkaServer broker, KafkaTopic topic, TopicNote note) throws IOException {
        String name = topic.name();
        KafkaData data = service.kafka();
        platform.locked(() -> {
            data.departed().remove(name);
            TopicLags.beginWithCreation(name, service.lags(), platform.faults());
            service.touch(platform.now());
            return data.notes().put(name, note) == null;
        });
        boolean created = false;
        try {
            KafkaBrokers.tell(name, () -> broker.createTopic(topic));
            created = true;
        } finally {
            if (!created) {
                platform.locked(() -> data.notes().remove(name, note));
            }
        }
    }

    Reply update(Call call) {
        Service service = brokers.service(call);
        String name = call.path("topic_name");
        TopicOrder sent = TopicOrder.of(call.input());
        KafkaServer broker = brokers.broker(service);
        refuseReserved(name);
        ServiceOrder order = service.order();
        sent.replication()
                .ifPresent(replication -> KafkaPlans.requireBrokers(order.plan().nodes(), replication));
        sent.partitions().ifPresent(partitions -> KafkaPlans.requireRoomForPartitions(order.plan(), partitions));
        return claimed(service, name, () -> {
            TopicView before = known(service, broker, name);
            int present = before.topic().partitions();
            int wanted = sent.partitions().orElse(present);
            if (wanted < present) {
                // The broker says why not, before anything is changed.
                KafkaBrokers.tell(name, () -> broker.growTopic(name, wanted));
            }
            Map<String, String> own = new LinkedHashMap<>(before.topic().config());
            own.putAll(before.note().aside());
            Map<String, String> config = sent.applyTo(own);
            if (!forBroker(config).equals(before.topic().config())) {
                KafkaBrokers.tell(name, () -> broker.configureTopic(name, forBroker(config)));
            }
            if (wanted > present) {
                KafkaBrokers.tell(name, () -> broker.growTopic(name, wanted));
            }
            return platform.locked(() -> {
                TopicNote note = before.note();
                service.kafka()
                        .notes()
                        .put(
                                name,
                                new TopicNote(
                                        sent.replication().orElse(note.replication()),
                                        aside(config),
                                        sent.tags().orElse(note.tags()),
                                        sent.description().or(note::description),
                                        sent.ownerGroup().or(note::ownerGroup),
                                        note.activeAt()));
                service.touch(platform.now());
                return Reply.message("updated");
            });
        });
    }

    Reply delete(Call call) {
        Service service = brokers.service(call);
        String name = call.path("topic_name");
        KafkaServer broker = brokers.broker(service);
        refuseReserved(name);
        return claimed(service, name, () -> {
            TopicView last = known(service, broker, name);
            KafkaBrokers.tell(name, () -> broker.deleteTopic(name));
            return platform.locked(() -> {
                Instant now = platform.now();
                KafkaData data = service.kafka();
                data.notes().remove(name);
                data.departed()
                        .put(
                                name,
                                new DepartedTopic(
                                        last, now.plus(platform.lives().partTime(service))));
                TopicLags.beginWithDeletion(name, service.lags(), platform.faults());
                service.touch(now);
                return Reply.message("deleted");
            });
        });
    }

    /** Two changes of one topic do not overlap. */
    private Reply claimed(Service service, String name, Reply.Work work) {
        String thing = "topic '" + name + "'";
        service.claim(thing);
        return new Reply.Deferred(() -> {
            try {
                return work.run();
            } finally {
                platform.locked(() -> {
                    service.release(thing);
                    return true;
                });
            }
        });
    }

    private TopicView known(Service service, KafkaServer broker, String name) throws IOException {
        return new TopicReader(platform, service, broker).find(name).orElseThrow(() -> KafkaBrokers.unknownTopic(name));
    }

    private boolean isLeaving(Service service, String name) {
        return Optional.ofNullable(service.kafka().departed().get(name))
                .filter(departed -> platform.now().isBefore(departed.goneAt()))
                .isPresent();
    }

    private static void refuseReserved(String name) {
        if (RESERVED.contains(name)) {
            throw Refusal.of(409, "kafka_topic_reserved", "Topic '" + name + "' is reserved");
        }
    }

    private static Map<String, String> forBroker(Map<String, String> config) {
        Map<String, String> known = new LinkedHashMap<>(config);
        known.keySet().removeIf(TopicSettings::isKeptAside);
        return known;
    }

    private static Map<String, String> aside(Map<String, String> config) {
        Map<String, String> aside = new LinkedHashMap<>(config);
        aside.keySet().removeIf(key -> !TopicSettings.isKeptAside(key));
        return aside;
    }
}

package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.KafkaAcl;
import io.github.aivenjunit.emulator.engine.KafkaPartition;
import io.github.aivenjunit.emulator.engine.KafkaSetting;
import io.github.aivenjunit.emulator.internal.kafka.TopicSettings;
import io.github.aivenjunit.emulator.internal.kafka.TopicView;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The topics and access rules of Kafka services. */
final class KafkaJson {

    private KafkaJson() {}

    /** As the list shows it: {@code partitions} is a number. */
    static ObjectNode listed(TopicView topic, String state) {
        return described(topic, state)
                .put("remote_storage_enable", Boolean.parseBoolean(text(topic, "remote.storage.enable", "false")))
                .put("partitions", topic.topic().partitions());
    }

    /** As a read shows it: {@code partitions} is an array. */
    static ObjectNode whole(TopicView topic, String state) {
        ObjectNode json = described(topic, state);
        ArrayNode partitions = json.putArray("partitions");
        topic.partitions().forEach(partition -> partitions.add(partition(partition, topic)));
        ObjectNode config = json.putObject("config");
        for (String name : TopicSettings.names()) {
            KafkaSetting setting = topic.settings().get(TopicSettings.kafkaName(name));
            if (setting != null) {
                addSetting(config, name, setting);
            }
        }
        return json;
    }

    static ArrayNode aivenAcls(Service service) {
        ArrayNode acls = Reply.object().putArray("acl");
        service.kafka()
                .acls()
                .forEach(acl -> acls.addObject()
                        .put("id", acl.id())
                        .put("permission", acl.permission())
                        .put("topic", acl.topic())
                        .put("username", acl.username()));
        return acls;
    }

    static ArrayNode nativeAcls(Service service) {
        ArrayNode acls = Reply.object().putArray("kafka_acl");
        service.kafka().nativeAcls().forEach((id, acl) -> acls.add(nativeAcl(id, acl)));
        return acls;
    }

    static ObjectNode nativeAcl(String id, KafkaAcl acl) {
        return Reply.object()
                .put("id", id)
                .put("host", acl.host())
                .put("operation", acl.operation())
                .put("pattern_type", acl.patternType())
                .put("permission_type", acl.permissionType())
                .put("principal", acl.principal())
                .put("resource_name", acl.resourceName())
                .put("resource_type", acl.resourceType());
    }

    private static ObjectNode described(TopicView topic, String state) {
        ObjectNode json = Reply.object()
                .put("topic_name", topic.name())
                .put("state", state)
                .put("replication", topic.note().replication())
                .put("cleanup_policy", text(topic, "cleanup.policy", "delete"))
                .put("min_insync_replicas", number(topic, "min.insync.replicas", 1))
                .put("retention_bytes", number(topic, "retention.bytes", -1))
                .put("retention_hours", hours(number(topic, "retention.ms", -1)))
                .putNull("topic_description")
                .putNull("owner_user_group_id");
        topic.note().description().ifPresent(text -> json.put("topic_description", text));
        topic.note().ownerGroup().ifPresent(id -> json.put("owner_user_group_id", id));
        ArrayNode tags = json.putArray("tags");
        topic.note()
                .tags()
                .forEach(tag -> tags.addObject().put("key", tag.key()).put("value", tag.value()));
        return json;
    }

    /** The broker here has no others to replicate to: what was asked for counts as in sync as long as it is. */
    private static ObjectNode partition(KafkaPartition partition, TopicView topic) {
        int inSync = partition.inSyncReplicas();
        ObjectNode json = Reply.object()
                .put("partition", partition.partition())
                .put("isr", inSync == topic.topic().replication() ? topic.note().replication() : inSync)
                .put("earliest_offset", partition.earliestOffset())
                .put("latest_offset", partition.latestOffset())
                .put("size", partition.size());
        json.putArray("consumer_groups");
        return json;
    }

    /** Kafka knows more synonyms than the one in force, the broker's own setting for example. */
    private static void addSetting(ObjectNode config, String name, KafkaSetting setting) {
        TopicSettings.typed(name, setting.value()).ifPresent(value -> {
            String source = setting.source().equals("DYNAMIC_TOPIC_CONFIG")
                    ? "topic_config"
                    : setting.source().toLowerCase(Locale.ROOT);
            ObjectNode json = config.putObject(name).put("source", source);
            json.set("value", value);
            json.putArray("synonyms")
                    .addObject()
                    .put("name", name)
                    .put("source", source)
                    .set("value", value);
        });
    }

    private static String text(TopicView topic, String name, String otherwise) {
        KafkaSetting setting = topic.settings().get(name);
        return setting == null ? otherwise : setting.value();
    }

    private static long number(TopicView topic, String name, long otherwise) {
        return Long.parseLong(text(topic, name, Long.toString(otherwise)));
    }

    private static long hours(long milliseconds) {
        return milliseconds < 0 ? -1 : TimeUnit.MILLISECONDS.toHours(milliseconds);
    }
}

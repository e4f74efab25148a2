package io.github.aivenjunit.engine.kafka.internal.broker;

import io.github.aivenjunit.engine.kafka.internal.wire.Order;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics that clients see. */
record Topics(Admin admin) {

    List<String> obey(Order order, List<String> words) throws ExecutionException, InterruptedException {
        String name = words.isEmpty() ? "" : words.get(0);
        switch (order) {
            case TOPICS -> {
                return list(new TreeSet<>(Answers.of(admin.listTopics().names())));
            }
            case TOPIC -> {
                return list(List.of(name));
            }
            case TOPIC_SETTINGS -> {
                return settings(name);
            }
            case PARTITIONS -> {
                return partitions(name);
            }
            case CREATE_TOPIC -> create(words);
            case CONFIGURE_TOPIC -> configure(name, pairs(words.subList(1, words.size())));
            case GROW_TOPIC -> grow(name, Integer.parseInt(words.get(1)));
            case DELETE_TOPIC -> delete(name);
            default -> throw new IllegalArgumentException("Nothing about topics: " + order);
        }
        return List.of();
    }

    private void create(List<String> words) throws ExecutionException, InterruptedException {
        int partitions = Integer.parseInt(words.get(1));
        NewTopic topic = new NewTopic(words.get(0), partitions, Short.parseShort(words.get(2)))
                .configs(pairs(words.subList(3, words.size())));
        Answers.of(admin.createTopics(List.of(topic)).all());
        Answers.await(
                () -> describe(topic.name())
                        .filter(known -> known.partitions().size() == partitions)
                        .isPresent(),
                "topic " + topic.name());
    }

    private void grow(String name, int total) throws ExecutionException, InterruptedException {
        Answers.of(admin.createPartitions(Map.of(name, NewPartitions.increaseTo(total)))
                .all());
        Answers.await(
                () -> describe(name)
                        .filter(known -> known.partitions().size() == total)
                        .isPresent(),
                "the new partitions of topic " + name);
    }

    private void delete(String name) throws ExecutionException, InterruptedException {
        Answers.of(admin.deleteTopics(List.of(name)).all());
        Answers.await(() -> describe(name).isEmpty(), "the end of topic " + name);
    }

    private void configure(String name, Map<String, String> wanted) throws ExecutionException, InterruptedException {
        List<AlterConfigOp> changes = new ArrayList<>();
        own(config(name)).keySet().stream()
                .filter(key -> !wanted.containsKey(key))
                .forEach(key -> changes.add(new AlterConfigOp(new ConfigEntry(key, ""), AlterConfigOp.OpType.DELETE)));
        wanted.forEach(
                (key, value) -> changes.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
        Answers.of(
                admin.incrementalAlterConfigs(Map.of(resource(name), changes)).all());
        Answers.await(() -> own(config(name)).equals(wanted), "the settings of topic " + name);
    }

    private List<String> list(Collection<String> names) throws ExecutionException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (String name : names) {
            Optional<TopicDescription> topic = describe(name);
            if (topic.isEmpty()) {
                continue;
            }
            List<TopicPartitionInfo> partitions = topic.get().partitions();
            Map<String, String> settings = own(config(name));
            words.add(name);
            words.add(Integer.toString(partitions.size()));
            words.add(Integer.toString(partitions.get(0).replicas().size()));
            words.add(Integer.toString(settings.size()));
            settings.forEach((key, value) -> words.addAll(List.of(key, value)));
        }
        return words;
    }

    private List<String> settings(String name) throws ExecutionException, InterruptedException {
        List<String> words = new ArrayList<>();
        config(name).entries().stream()
                .sorted(Comparator.comparing(ConfigEntry::name))
                .forEach(entry -> words.addAll(List.of(
                        entry.name(),
                        Optional.ofNullable(entry.value()).orElse(""),
                        entry.source().name())));
        return words;
    }

    private List<String> partitions(String name) throws ExecutionException, InterruptedException {
        List<TopicPartitionInfo> partitions = Answers.of(
                        admin.describeTopics(List.of(name)).topicNameValues(), name)
                .partitions();
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (TopicPartitionInfo partition : partitions) {
            earliest.put(new TopicPartition(name, partition.partition()), OffsetSpec.earliest());
            latest.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest());
        }
        ListOffsetsResult firsts = admin.listOffsets(earliest);
        ListOffsetsResult lasts = admin.listOffsets(latest);
        Map<TopicPartition, Long> sizes = sizes();
        List<String> words = new ArrayList<>();
        for (TopicPartitionInfo partition : partitions) {
            TopicPartition key = new TopicPartition(name, partition.partition());
            words.add(Integer.toString(partition.partition()));
            words.add(Integer.toString(partition.isr().size()));
            words.add(Long.toString(Answers.of(firsts.partitionResult(key)).offset()));
            words.add(Long.toString(Answers.of(lasts.partitionResult(key)).offset()));
            words.add(Long.toString(sizes.getOrDefault(key, 0L)));
        }
        return words;
    }

    private Map<TopicPartition, Long> sizes() throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> sizes = new HashMap<>();
        int self = Answers.of(admin.describeCluster().nodes()).iterator().next().id();
        for (LogDirDescription directory : Answers.of(
                        admin.describeLogDirs(List.of(self)).descriptions(), self)
                .values()) {
            directory.replicaInfos().forEach((partition, replica) -> sizes.put(partition, replica.size()));
        }
        return sizes;
    }

    private Optional<TopicDescription> describe(String name) throws ExecutionException, InterruptedException {
        try {
            return Optional.of(Answers.of(admin.describeTopics(List.of(name)).topicNameValues(), name));
        } catch (UnknownTopicOrPartitionException unknown) {
            return Optional.empty();
        }
    }

    private Config config(String name) throws ExecutionException, InterruptedException {
        ConfigResource resource = resource(name);
        return Answers.of(admin.describeConfigs(List.of(resource)).values(), resource);
    }

    private static Map<String, String> own(Config config) {
        Map<String, String> own = new LinkedHashMap<>();
        config.entries().stream()
                .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                .forEach(entry ->
                        own.put(entry.name(), Optional.ofNullable(entry.value()).orElse("")));
        return own;
    }

    private static ConfigResource resource(String name) {
        return new ConfigResource(ConfigResource.Type.TOPIC, name);
    }

    private static Map<String, String> pairs(List<String> words) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            pairs.put(words.get(i), words.get(i + 1));
        }
        return pairs;
    }
}

package io.github.aivenjunit.engine.kafka.internal;

import io.github.aivenjunit.emulator.engine.AivenAcl;
import io.github.aivenjunit.emulator.engine.KafkaAcl;
import io.github.aivenjunit.emulator.engine.KafkaPartition;
import io.github.aivenjunit.emulator.engine.KafkaRecord;
import io.github.aivenjunit.emulator.engine.KafkaSetting;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import io.github.aivenjunit.emulator.engine.NewKafkaRecord;
import io.github.aivenjunit.emulator.engine.SchemaRegistryAcl;
import io.github.aivenjunit.engine.kafka.internal.wire.Blob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contract's records as words of orders and answers. */
final class Words {

    private Words() {}

    static List<String> of(KafkaTopic topic) {
        List<String> words = new ArrayList<>(
                List.of(topic.name(), Integer.toString(topic.partitions()), Integer.toString(topic.replication())));
        topic.config().forEach((key, value) -> words.addAll(List.of(key, value)));
        return words;
    }

    static List<String> of(String name, Map<String, String> config) {
        List<String> words = new ArrayList<>(List.of(name));
        config.forEach((key, value) -> words.addAll(List.of(key, value)));
        return words;
    }

    static List<String> of(String topic, List<NewKafkaRecord> records) {
        List<String> words = new ArrayList<>(List.of(topic));
        for (NewKafkaRecord record : records) {
            words.add(
                    record.partition().isPresent()
                            ? Integer.toString(record.partition().getAsInt())
                            : "");
            words.add(Blob.word(record.key()));
            words.add(Blob.word(record.value()));
        }
        return words;
    }

    static List<String> of(String topic, Map<Integer, Long> from, int mostBytes, Duration patience) {
        List<String> words =
                new ArrayList<>(List.of(topic, Integer.toString(mostBytes), Long.toString(patience.toMillis())));
        from.forEach((partition, offset) -> words.addAll(List.of(partition.toString(), offset.toString())));
        return words;
    }

    /** The written records with the places that the broker gave them. */
    static List<KafkaRecord> written(List<NewKafkaRecord> records, List<String> places) {
        List<KafkaRecord> written = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            written.add(new KafkaRecord(
                    Integer.parseInt(places.get(2 * i)),
                    Long.parseLong(places.get(2 * i + 1)),
                    records.get(i).key(),
                    records.get(i).value()));
        }
        return written;
    }

    static List<KafkaRecord> records(List<String> words) {
        List<KafkaRecord> records = new ArrayList<>();
        for (Iterator<String> word = words.iterator(); word.hasNext(); ) {
            records.add(new KafkaRecord(
                    Integer.parseInt(word.next()),
                    Long.parseLong(word.next()),
                    Blob.of(word.next()),
                    Blob.of(word.next())));
        }
        return records;
    }

    static List<String> of(KafkaAcl acl) {
        return List.of(
                acl.principal(),
                acl.host(),
                acl.resourceType(),
                acl.resourceName(),
                acl.patternType(),
                acl.operation(),
                acl.permissionType());
    }

    static List<String> ofAivenAcls(Collection<AivenAcl> acls) {
        List<String> words = new ArrayList<>();
        acls.forEach(
                acl -> words.addAll(List.of(acl.username(), acl.permission().name(), acl.topic())));
        return words;
    }

    static List<String> ofRegistryAcls(Collection<SchemaRegistryAcl> acls) {
        List<String> words = new ArrayList<>();
        acls.forEach(
                acl -> words.addAll(List.of(acl.username(), acl.permission().name(), acl.resource())));
        return words;
    }

    static List<KafkaTopic> topics(List<String> words) {
        List<KafkaTopic> topics = new ArrayList<>();
        Iterator<String> next = words.iterator();
        while (next.hasNext()) {
            String name = next.next();
            int partitions = Integer.parseInt(next.next());
            int replication = Integer.parseInt(next.next());
            Map<String, String> config = new LinkedHashMap<>();
            for (int left = Integer.parseInt(next.next()); left > 0; left--) {
                config.put(next.next(), next.next());
            }
            topics.add(new KafkaTopic(name, partitions, replication, config));
        }
        return topics;
    }

    static Map<String, KafkaSetting> settings(List<String> words) {
        Map<String, KafkaSetting> settings = new LinkedHashMap<>();
        Iterator<String> next = words.iterator();
        while (next.hasNext()) {
            settings.put(next.next(), new KafkaSetting(next.next(), next.next()));
        }
        return settings;
    }

    static List<KafkaPartition> partitions(List<String> words) {
        List<KafkaPartition> partitions = new ArrayList<>();
        Iterator<String> next = words.iterator();
        while (next.hasNext()) {
            partitions.add(new KafkaPartition(
                    Integer.parseInt(next.next()),
                    Integer.parseInt(next.next()),
                    Long.parseLong(next.next()),
                    Long.parseLong(next.next()),
                    Long.parseLong(next.next())));
        }
        return partitions;
    }

    static List<KafkaAcl> kafkaAcls(List<String> words) {
        List<KafkaAcl> acls = new ArrayList<>();
        Iterator<String> next = words.iterator();
        while (next.hasNext()) {
            acls.add(new KafkaAcl(
                    next.next(), next.next(), next.next(), next.next(), next.next(), next.next(), next.next()));
        }
        return acls;
    }
}

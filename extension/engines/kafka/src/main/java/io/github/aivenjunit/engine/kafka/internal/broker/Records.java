package io.github.aivenjunit.engine.kafka.internal.broker;

import io.github.aivenjunit.engine.kafka.internal.wire.Blob;
import io.github.aivenjunit.engine.kafka.internal.wire.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records written and read by clients that live for one order. */
record Records(Map<String, Object> settings) {

    private static final Duration POLL = Duration.ofMillis(200);

    List<String> obey(Order order, List<String> words) throws ExecutionException, InterruptedException {
        return order == Order.PRODUCE ? produce(words) : read(words);
    }

    private List<String> produce(List<String> words) throws ExecutionException, InterruptedException {
        Map<String, Object> producing = new HashMap<>(settings);
        producing.remove("default.api.timeout.ms");
        producing.put("max.block.ms", "10000");
        producing.put("delivery.timeout.ms", "20000");
        List<String> places = new ArrayList<>();
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(producing, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 1; i < words.size(); i += 3) {
                Integer partition = words.get(i).isEmpty() ? null : Integer.valueOf(words.get(i));
                sent.add(producer.send(new ProducerRecord<>(
                        words.get(0),
                        partition,
                        Blob.of(words.get(i + 1)).orElse(null),
                        Blob.of(words.get(i + 2)).orElse(null))));
            }
            producer.flush();
            for (Future<RecordMetadata> record : sent) {
                RecordMetadata place = written(record);
                places.add(Integer.toString(place.partition()));
                places.add(Long.toString(place.offset()));
            }
        }
        return places;
    }

    private static RecordMetadata written(Future<RecordMetadata> record)
            throws ExecutionException, InterruptedException {
        try {
            return record.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ApiException refusal) {
                throw refusal;
            }
            throw failure;
        }
    }

    private List<String> read(List<String> words) {
        int mostBytes = Integer.parseInt(words.get(1));
        long deadline = System.nanoTime()
                + Duration.ofMillis(Long.parseLong(words.get(2))).toNanos();
        Map<TopicPartition, Long> from = new HashMap<>();
        for (int i = 3; i < words.size(); i += 2) {
            from.put(new TopicPartition(words.get(0), Integer.parseInt(words.get(i))), Long.valueOf(words.get(i + 1)));
        }
        Map<String, Object> reading = new HashMap<>(settings);
        reading.put("enable.auto.commit", "false");
        reading.put("auto.offset.reset", "earliest");
        List<String> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(from.keySet());
            Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
            from.forEach(consumer::seek);
            int bytes = 0;
            while (bytes < mostBytes && isBehind(consumer, ends) && System.nanoTime() < deadline) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    bytes += Math.max(0, record.serializedKeySize()) + Math.max(0, record.serializedValueSize());
                    found.add(Integer.toString(record.partition()));
                    found.add(Long.toString(record.offset()));
                    found.add(Blob.word(Optional.ofNullable(record.key())));
                    found.add(Blob.word(Optional.ofNullable(record.value())));
                    if (bytes >= mostBytes) {
                        break;
                    }
                }
            }
        }
        return found;
    }

    private static boolean isBehind(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }
}

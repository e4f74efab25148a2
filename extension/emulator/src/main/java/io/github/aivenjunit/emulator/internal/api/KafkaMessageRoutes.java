package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.KafkaRecord;
import io.github.aivenjunit.emulator.engine.KafkaRecordServer;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import io.github.aivenjunit.emulator.engine.NewKafkaRecord;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.input.Bodies;
import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Records written and read through the API, in the formats that need no schema. */
final class KafkaMessageRoutes {

    private static final List<String> FORMATS = List.of("avro", "binary", "json", "jsonschema", "protobuf");
    private static final int FORMAT_LENGTH = 64;
    private static final int MOST_RECORDS = 10_000;
    private static final int MOST_BYTES = 64 * 1024 * 1024;
    private static final int DEFAULT_BYTES = 64 * 1024 * 1024;
    /** One broker answers one question at a time. */
    private static final int LONGEST_WAIT = 10_000;

    private static final int DEFAULT_WAIT = 5_000;

    private final KafkaBrokers brokers;
    private final Bodies bodies;

    KafkaMessageRoutes(Platform platform, Bodies bodies) {
        this.brokers = new KafkaBrokers(platform);
        this.bodies = bodies;
    }

    void addTo(Routes routes) {
        String topic = "/project/{project}/service/{service_name}/kafka/rest/topics/{topic_name}";
        routes.add("POST", topic + "/produce", "ServiceKafkaTopicMessageProduce", this::produce);
        routes.add("POST", topic + "/messages", "ServiceKafkaTopicMessageList", this::list);
    }

    private Reply produce(Call call) {
        Service service = brokers.service(call);
        Input input = call.input();
        input.requiredText("format", FORMAT_LENGTH);
        boolean json = isJson(input);
        if (!input.hasValue("records")) {
            throw Refusal.invalidInput("'records' is a required property");
        }
        List<NewKafkaRecord> records = new ArrayList<>();
        for (JsonNode element : input.array("records", MOST_RECORDS)) {
            OptionalInt partition = Input.asInput(element).integer("partition", 0, Integer.MAX_VALUE);
            records.add(new NewKafkaRecord(
                    partition, bytes(element.path("key"), json), bytes(element.path("value"), json)));
        }
        String topic = call.path("topic_name");
        KafkaRecordServer server = server(service);
        return new Reply.Deferred(() -> {
            int partitions = partitions(service, topic);
            records.forEach(record -> record.partition().ifPresent(chosen -> requirePartition(chosen, partitions)));
            List<KafkaRecord> written = KafkaBrokers.ask(topic, () -> server.produce(topic, records));
            ObjectNode answer = Reply.object();
            ArrayNode offsets = answer.putArray("offsets");
            written.forEach(
                    record -> offsets.addObject().put("offset", record.offset()).put("partition", record.partition()));
            return Reply.ok(answer);
        });
    }

    private Reply list(Call call) {
        Service service = brokers.service(call);
        Input input = call.input();
        boolean json = isJson(input);
        int mostBytes = input.integer("max_bytes", 1, MOST_BYTES).orElse(DEFAULT_BYTES);
        Duration patience = Duration.ofMillis(Math.min(
                LONGEST_WAIT, input.integer("timeout", 0, Integer.MAX_VALUE).orElse(DEFAULT_WAIT)));
        Map<Integer, Long> from = from(input);
        String topic = call.path("topic_name");
        KafkaRecordServer server = server(service);
        return new Reply.Deferred(() -> {
            int partitions = partitions(service, topic);
            from.keySet().forEach(partition -> requirePartition(partition, partitions));
            ObjectNode answer = Reply.object();
            ArrayNode messages = answer.putArray("messages");
            for (KafkaRecord record : KafkaBrokers.ask(topic, () -> server.read(topic, from, mostBytes, patience))) {
                ObjectNode message = messages.addObject();
                message.set("key", shown(record.key(), json));
                message.put("offset", record.offset())
                        .put("partition", record.partition())
                        .put("topic", topic)
                        .set("value", shown(record.value(), json));
            }
            return Reply.ok(answer);
        });
    }

    private static Map<Integer, Long> from(Input input) {
        ObjectNode sent = input.object("partitions")
                .orElseThrow(() -> Refusal.invalidInput("'partitions' is a required property"));
        Map<Integer, Long> from = new TreeMap<>();
        sent.properties().forEach(entry -> {
            String number = entry.getKey();
            if (!number.matches("[0-9]{1,9}")) {
                throw Refusal.invalidInput("'" + number + "' is not the number of a partition");
            }
            long offset = Input.asInput(entry.getValue())
                    .wholeNumber("offset", 0, Long.MAX_VALUE)
                    .orElse(0);
            from.put(Integer.parseInt(number), offset);
        });
        return from;
    }

    private static boolean isJson(Input input) {
        String format = input.oneOf("format", FORMATS).orElse("binary");
        if (!format.equals("json") && !format.equals("binary")) {
            throw Refusal.of(
                    400,
                    "The emulator writes and reads 'binary' and 'json' only. Use a Kafka client for '" + format + "'.");
        }
        return format.equals("json");
    }

    private Optional<byte[]> bytes(JsonNode value, boolean json) {
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (json) {
            return Optional.of(bodies.write(value).getBytes(StandardCharsets.UTF_8));
        }
        try {
            return Optional.of(Base64.getDecoder().decode(value.asText()));
        } catch (IllegalArgumentException malformed) {
            throw Refusal.invalidInput("keys and values of the format 'binary' must be Base64");
        }
    }

    private JsonNode shown(Optional<byte[]> bytes, boolean json) {
        if (bytes.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        if (!json) {
            return JsonNodeFactory.instance.textNode(Base64.getEncoder().encodeToString(bytes.get()));
        }
        try {
            return bodies.parse(
                    StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes.get())).toString());
        } catch (IOException notJson) {
            throw Refusal.of(400, "A record of the topic is not JSON. Read it as 'binary'.");
        }
    }

    private KafkaRecordServer server(Service service) {
        KafkaServer broker = brokers.broker(service);
        if (broker instanceof KafkaRecordServer records) {
            return records;
        }
        throw Refusal.of(
                400,
                "The emulator cannot keep records: nothing listens behind emulated kafka services. Run against Aiven.");
    }

    private int partitions(Service service, String topic) throws IOException {
        return brokers.broker(service)
                .topic(topic)
                .map(KafkaTopic::partitions)
                .orElseThrow(() -> KafkaBrokers.unknownTopic(topic));
    }

    private static void requirePartition(int partition, int count) {
        if (partition >= count) {
            throw Refusal.of(404, "Partition " + partition + " does not exist");
        }
    }
}

package io.github.aivenjunit.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.engine.KafkaRecord;
import io.github.aivenjunit.emulator.engine.KafkaRecordServer;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import io.github.aivenjunit.emulator.engine.NewKafkaRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaRecordTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @RegisterExtension
    final KafkaServers servers = new KafkaServers();

    @Test
    void recordsOfTheControlPlaneAndOfClientsLieInTheSameTopic() throws Exception {
        KafkaServer server = servers.start();
        server.createTopic(new KafkaTopic("orders", 2, 1, Map.of()));
        servers.certified(server, "avnadmin").produce("orders", "from a client");
        KafkaRecordServer records = (KafkaRecordServer) server;

        List<KafkaRecord> written =
                records.produce("orders", List.of(record(1, "one"), record(1, "two"), tombstone(1)));

        assertThat(written).extracting(KafkaRecord::partition).containsOnly(1);
        long first = written.get(0).offset();
        assertThat(texts(records, Map.of(1, first), 1_000_000)).containsExactly("one", "two", "none");
        assertThat(texts(records, Map.of(0, 0L, 1, 0L), 1_000_000))
                .contains("from a client")
                .hasSize(4);
        assertThat(texts(records, Map.of(1, first), 1)).containsExactly("one");
        assertThat(texts(records, Map.of(1, first + 3), 1_000_000)).isEmpty();
    }

    private static NewKafkaRecord record(int partition, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return new NewKafkaRecord(OptionalInt.of(partition), Optional.empty(), Optional.of(bytes));
    }

    private static NewKafkaRecord tombstone(int partition) {
        return new NewKafkaRecord(
                OptionalInt.of(partition), Optional.of("key".getBytes(StandardCharsets.UTF_8)), Optional.empty());
    }

    private static List<String> texts(KafkaRecordServer server, Map<Integer, Long> from, int mostBytes)
            throws IOException {
        return server.read("orders", from, mostBytes, PATIENCE).stream()
                .map(record -> record.value()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("none"))
                .toList();
    }
}

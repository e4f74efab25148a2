package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A broker whose records the control plane writes and reads with all rights. Thread-safe. */
public interface KafkaRecordServer extends EngineInstance {

    /**
     * Writes records and waits until the broker has them.
     *
     * @param topic one that exists
     * @return the records in the same order, with their places
     * @throws KafkaRefusalException when the broker refuses one; those before it are written
     */
    List<KafkaRecord> produce(String topic, List<NewKafkaRecord> records) throws IOException;

    /**
     * Reads what is there now.
     *
     * @param topic one that exists
     * @param from the first offset to read by partition
     * @param mostBytes about how much to answer with
     * @param patience how long to wait for the broker
     */
    List<KafkaRecord> read(String topic, Map<Integer, Long> from, int mostBytes, Duration patience) throws IOException;
}

package io.github.aivenjunit.emulator.engine;

import java.util.Optional;

/**
 * A record of a topic. The arrays are not copied.
 *
 * @param partition where it lies
 * @param offset its place there
 * @param key empty for a record without one
 * @param value empty for a tombstone
 */
public record KafkaRecord(int partition, long offset, Optional<byte[]> key, Optional<byte[]> value) {}

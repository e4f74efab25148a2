package io.github.aivenjunit.emulator.engine;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A record to be written. The arrays are not copied.
 *
 * @param partition empty to let its key, or chance, decide
 * @param key empty for a record without one
 * @param value empty for a tombstone
 */
public record NewKafkaRecord(OptionalInt partition, Optional<byte[]> key, Optional<byte[]> value) {}

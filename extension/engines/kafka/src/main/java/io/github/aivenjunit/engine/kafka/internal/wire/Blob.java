package io.github.aivenjunit.engine.kafka.internal.wire;

import java.util.Base64;
import java.util.Optional;

/** Bytes, or none, as a word of an order or an answer. */
public final class Blob {

    /** No Base64 text, so that no bytes and none at all are told apart. */
    private static final String NONE = "-";

    private Blob() {}

    public static String word(Optional<byte[]> bytes) {
        return bytes.map(present -> Base64.getEncoder().encodeToString(present)).orElse(NONE);
    }

    public static Optional<byte[]> of(String word) {
        return word.equals(NONE)
                ? Optional.empty()
                : Optional.of(Base64.getDecoder().decode(word));
    }
}

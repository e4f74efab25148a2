package io.github.aivenjunit.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;

/** Reads an answer while it arrives. Runs on a thread of the transport. */
@FunctionalInterface
public interface AnswerReader<T> {

    /**
     * Reads one answer, to its end where that matters.
     *
     * @param status the HTTP status
     * @param headers the first value of a header, by name
     * @param body the decompressed body; closed by the caller
     */
    T read(int status, Function<String, Optional<String>> headers, InputStream body) throws IOException;
}

package io.github.aivenjunit.emulator.internal.http;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A request as it came in. The credentials and the body stay out of {@link #toString()}.
 *
 * @param path percent-encoded
 * @param query without the question mark, empty when there is none
 * @param authorization the header of that name
 * @param userAgent likewise
 * @param body the rest of the buffer
 * @param bodyComplete false when the body was longer than the server keeps
 */
public record HttpRequest(
        String method,
        String path,
        String query,
        Optional<String> authorization,
        Optional<String> userAgent,
        ByteBuffer body,
        boolean bodyComplete) {

    @Override
    public String toString() {
        return method + " " + path;
    }
}

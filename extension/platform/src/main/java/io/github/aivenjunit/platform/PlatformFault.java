package io.github.aivenjunit.platform;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A way in which a platform is to misbehave, in words, because only the platform knows what it can do.
 *
 * @param kind what goes wrong, for example {@code ServerError}
 * @param attributes details by name, for example {@code operation} and {@code ServiceCreate}; durations as ISO 8601
 */
public record PlatformFault(String kind, Map<String, String> attributes) {

    public PlatformFault {
        requireNonNull(kind, "kind");
        attributes = Map.copyOf(attributes);
    }

    /** A fault that holds until it is closed. */
    public interface Injection extends AutoCloseable {

        /** Ends the fault; what it did stays done. Idempotent. */
        @Override
        void close();
    }
}

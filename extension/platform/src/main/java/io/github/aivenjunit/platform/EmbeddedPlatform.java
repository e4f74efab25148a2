package io.github.aivenjunit.platform;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A stand-in for the Aiven API that can run inside this JVM. Found through {@link java.util.ServiceLoader} when no API
 * token is configured.
 *
 * <p>Implementations are stateless: every call of {@link #start()} makes a platform of its own.
 */
public interface EmbeddedPlatform {

    /** Starts the platform and returns once it answers requests. */
    RunningPlatform start();

    /**
     * Starts a platform that behaves as another was recorded to.
     *
     * @param recording a file that {@code aiven.record} has made
     * @throws IllegalArgumentException if the file is no recording
     * @throws IOException if it cannot be read
     */
    RunningPlatform replay(Path recording) throws IOException;
}

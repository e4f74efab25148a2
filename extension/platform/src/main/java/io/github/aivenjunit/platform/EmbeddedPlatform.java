package io.github.aivenjunit.platform;

/**
 * A stand-in for the Aiven API that can run inside this JVM. Found through {@link java.util.ServiceLoader} when no API
 * token is configured.
 *
 * <p>Implementations are stateless: every call of {@link #start()} makes a platform of its own.
 */
public interface EmbeddedPlatform {

    /** Starts the platform and returns once it answers requests. */
    RunningPlatform start();
}

package io.github.aivenjunit.platform;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** An {@link EmbeddedPlatform} that answers requests until it is closed. Thread-safe. */
public interface RunningPlatform extends AutoCloseable {

    /** The base address of the API, without {@code /v1}. */
    URI endpoint();

    /** The token that this platform accepts. Worthless elsewhere, and treated as a secret all the same. */
    String token();

    /**
     * What a service of this type would be here.
     *
     * @param serviceType Aiven's code of the type, for example {@code pg}
     * @param userConfig the service's {@code user_config}, which can name a version
     */
    DataPlane dataPlane(String serviceType, Map<String, Object> userConfig);

    /**
     * Why the server behind a service could not be started, as one sentence. The API has no state for that: the service
     * stays {@code REBUILDING}. Empty while there is hope.
     */
    Optional<String> failure(String project, String service);

    /**
     * Says whether the platform knows the fault, without doing anything.
     *
     * @throws IllegalArgumentException if it does not; names the kind or the attribute and what could be meant
     */
    void check(PlatformFault fault);

    /**
     * Misbehaves from now on.
     *
     * @throws IllegalArgumentException as {@link #check}
     */
    PlatformFault.Injection inject(PlatformFault fault);

    /** Ends every server behind the platform, removes what they stored, and stops answering. Idempotent. */
    @Override
    void close();
}

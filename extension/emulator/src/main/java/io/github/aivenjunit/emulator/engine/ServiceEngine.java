package io.github.aivenjunit.emulator.engine;

import java.util.Map;
import java.util.Optional;

/**
 * A kind of real server behind one emulated service type. Found through {@link java.util.ServiceLoader}.
 *
 * <p>Thread-safe: services are created side by side.
 */
public interface ServiceEngine {

    /** Aiven's code of the service type, for example {@code pg}. */
    String serviceType();

    /** Product and version that this user configuration would run, for example {@code PostgreSQL 17.11}. */
    String describe(Map<String, Object> userConfig);

    /**
     * Why a service with this user configuration cannot run on this machine, and what to do about it, as one sentence.
     * Empty when it can.
     */
    Optional<String> objection(Map<String, Object> userConfig);

    /**
     * Why nothing can listen behind any service of this type on this machine, and what to do about it, as one sentence.
     * The services are created all the same, and only the API answers for them; the other methods are not called then.
     * Empty, the default, when servers can run.
     */
    default Optional<String> absence() {
        return Optional.empty();
    }

    /**
     * Reserves addresses for a new server without starting it. Fast, because the API answers a create call with the
     * connection details already filled in.
     */
    EngineInstance create(EngineRequest request);
}

package io.github.aivenjunit.readiness.internal;

import java.time.Duration;
import java.util.Map;

/** How each service type is probed, and how long it may take. */
public final class ServiceProbes {

    private static final Map<String, ServiceProbe> PROBES =
            Map.of("pg", new PostgresProbe(), "valkey", new ValkeyProbe());
    private static final ServiceProbe ANY = new EndpointProbe();

    /** Terraform's provider gives every service 20 minutes; single-node SQL services and caches take a few. */
    private static final Duration USUAL = Duration.ofMinutes(20);

    private static final Map<String, Duration> TIMEOUTS = Map.of(
            "pg", Duration.ofMinutes(15),
            "mysql", Duration.ofMinutes(15),
            "valkey", Duration.ofMinutes(15),
            "dragonfly", Duration.ofMinutes(15));

    private ServiceProbes() {}

    public static ServiceProbe of(String serviceType) {
        return PROBES.getOrDefault(serviceType, ANY);
    }

    public static Duration defaultTimeout(String serviceType) {
        return TIMEOUTS.getOrDefault(serviceType, USUAL);
    }
}

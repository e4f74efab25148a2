package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.connection.DatabaseConnections;
import java.time.Duration;
import java.util.Map;

/** How each service type is probed, and how long it may take. */
public final class ServiceProbes {

    private static final Map<String, ServiceProbe> PROBES = Map.ofEntries(
            Map.entry("kafka", new KafkaProbe()),
            Map.entry("pg", new PostgresProbe()),
            Map.entry("alloydbomni", new PostgresProbe(DatabaseConnections::alloyDbOmni)),
            Map.entry("mysql", new MySqlProbe()),
            Map.entry("valkey", new ValkeyProbe()),
            Map.entry("dragonfly", new ValkeyProbe(DatabaseConnections::dragonfly)),
            Map.entry("opensearch", HttpsProbe.openSearch()),
            Map.entry("clickhouse", HttpsProbe.clickHouse()),
            Map.entry("grafana", HttpsProbe.grafana()),
            Map.entry("kafka_connect", new NameProbe()));

    /** The rest listens at most; a type without an address, such as kafka_mirrormaker, has no rung above the API's. */
    private static final ServiceProbe ANY = new EndpointProbe();

    /** Terraform's provider gives every service 20 minutes; single-node SQL services and caches take a few. */
    private static final Duration USUAL = Duration.ofMinutes(20);

    private static final Map<String, Duration> TIMEOUTS = Map.of(
            "pg", Duration.ofMinutes(15),
            "mysql", Duration.ofMinutes(15),
            "valkey", Duration.ofMinutes(15),
            "dragonfly", Duration.ofMinutes(15),
            "grafana", Duration.ofMinutes(15),
            "alloydbomni", Duration.ofMinutes(15));

    /** Reported: kafka about 4 minutes, a MySQL of two nodes somewhat more than 2 (Aiven API, in the field). */
    private static final Duration USUAL_BUILD = Duration.ofSeconds(210);

    private static final Map<String, Duration> BUILDS = Map.of(
            "pg", Duration.ofSeconds(180),
            "mysql", Duration.ofSeconds(180),
            "valkey", Duration.ofSeconds(150),
            "dragonfly", Duration.ofSeconds(150),
            "grafana", Duration.ofSeconds(150),
            "kafka", Duration.ofSeconds(240),
            "opensearch", Duration.ofSeconds(240));

    private ServiceProbes() {}

    public static ServiceProbe of(String serviceType) {
        return PROBES.getOrDefault(serviceType, ANY);
    }

    public static Duration defaultTimeout(String serviceType) {
        return TIMEOUTS.getOrDefault(serviceType, USUAL);
    }

    /** How long the API takes to build a service, before anything is known of this user's. */
    public static Duration usualBuild(String serviceType) {
        return BUILDS.getOrDefault(serviceType, USUAL_BUILD);
    }
}

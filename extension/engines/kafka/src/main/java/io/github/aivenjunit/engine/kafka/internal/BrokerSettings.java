package io.github.aivenjunit.engine.kafka.internal;

import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/*
 * Speed comes from three things: internal topics of one partition (Kafka makes 50), no waiting for group members and
 * heartbeats that is meant for data centers, and few threads. Nothing is compacted, because the cleaner alone reserves
 * 128 MB.
 */
/** A broker's configuration, from what the service was created with. */
record BrokerSettings(EngineRequest request, BrokerPorts ports, String clusterId) {

    private static final List<String> MECHANISMS = List.of("PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512");

    /** Of {@code user_config.kafka}, what one broker can obey; Aiven's names are Kafka's with underscores. */
    private static final Set<String> PASSED_ON = Set.of(
            "auto_create_topics_enable",
            "compression_type",
            "connections_max_idle_ms",
            "group_max_session_timeout_ms",
            "group_min_session_timeout_ms",
            "log_cleanup_policy",
            "log_message_timestamp_after_max_ms",
            "log_message_timestamp_before_max_ms",
            "log_message_timestamp_type",
            "log_preallocate",
            "log_retention_bytes",
            "log_retention_hours",
            "log_retention_ms",
            "log_roll_ms",
            "log_segment_bytes",
            "max_connections_per_ip",
            "max_incremental_fetch_session_cache_slots",
            "message_max_bytes",
            "num_partitions",
            "offsets_retention_minutes",
            "producer_purgatory_purge_interval_requests",
            "replica_fetch_max_bytes",
            "socket_request_max_bytes",
            "transaction_partition_verification_enable",
            "transaction_remove_expired_transaction_cleanup_interval_ms");

    boolean sasl() {
        return section("kafka_authentication_methods").get("sasl") instanceof Boolean on && on;
    }

    boolean schemaRegistry() {
        return Boolean.TRUE.equals(request.userConfig().get("schema_registry"));
    }

    /** The whole file; it holds the server's private key. */
    String file(Path directory) throws IOException {
        Properties properties = new Properties();
        properties.putAll(listeners());
        properties.putAll(tls());
        properties.putAll(pace());
        section("kafka").forEach((name, value) -> {
            if (PASSED_ON.contains(name)) {
                properties.setProperty(name.replace('_', '.'), value.toString());
            }
        });
        if (schemaRegistry()) {
            properties.setProperty(
                    "aiven.registry.port",
                    Integer.toString(ports.schemaRegistry().number()));
            properties.setProperty("aiven.admin", request.admin().username());
        }
        properties.setProperty("log.dirs", directory.resolve("data").toString());
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }

    private Map<String, String> listeners() {
        String certificate = "localhost:" + ports.certificate().number();
        String sasl = "localhost:" + ports.sasl().number();
        String controller = "127.0.0.1:" + ports.controller().number();
        String internal = "127.0.0.1:" + ports.internal().number();
        List<String> bound = new ArrayList<>(List.of(
                "SSL://127.0.0.1:" + ports.certificate().number(),
                "CONTROLLER://" + controller,
                "INTERNAL://" + internal));
        List<String> advertised = new ArrayList<>(List.of("SSL://" + certificate, "INTERNAL://" + internal));
        if (sasl()) {
            bound.add("SASL_SSL://127.0.0.1:" + ports.sasl().number());
            advertised.add("SASL_SSL://" + sasl);
        }
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@" + controller),
                Map.entry("listeners", String.join(",", bound)),
                Map.entry("advertised.listeners", String.join(",", advertised)),
                Map.entry(
                        "listener.security.protocol.map",
                        "SSL:SSL,SASL_SSL:SASL_SSL,CONTROLLER:SASL_PLAINTEXT,INTERNAL:SASL_PLAINTEXT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("inter.broker.listener.name", "INTERNAL"),
                Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
                Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
                Map.entry("listener.name.controller.sasl.enabled.mechanisms", "PLAIN"),
                Map.entry("listener.name.internal.sasl.enabled.mechanisms", "PLAIN"),
                Map.entry("listener.name.sasl_ssl.sasl.enabled.mechanisms", String.join(",", mechanisms())),
                Map.entry(
                        "listener.name.sasl_ssl.plain.sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required;"),
                Map.entry(
                        "listener.name.sasl_ssl.plain.sasl.server.callback.handler.class",
                        "io.github.aivenjunit.engine.kafka.internal.broker.PlainLogin"),
                Map.entry(
                        "listener.name.sasl_ssl.scram-sha-256.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry(
                        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry("authorizer.class.name", "io.github.aivenjunit.engine.kafka.internal.broker.AivenAuthorizer"),
                Map.entry("super.users", "User:" + request.admin().username()),
                Map.entry("aiven.cluster.id", clusterId),
                Map.entry("aiven.internal.address", internal),
                Map.entry("aiven.certificate.address", certificate),
                Map.entry("aiven.sasl.address", sasl));
    }

    private Map<String, String> tls() {
        TlsIdentity tls = request.tls();
        return Map.of(
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.certificate.chain",
                tls.certificatePem(),
                "ssl.keystore.key",
                tls.privateKeyPem(),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.certificates",
                tls.caPem(),
                "listener.name.ssl.ssl.client.auth",
                "required",
                "listener.name.ssl.ssl.principal.mapping.rules",
                "RULE:^.*?CN=([^,]+).*$/$1/");
    }

    private static Map<String, String> pace() {
        return Map.ofEntries(
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("num.network.threads", "1"),
                Map.entry("num.io.threads", "2"),
                Map.entry("num.recovery.threads.per.data.dir", "1"),
                Map.entry("background.threads", "2"),
                Map.entry("log.cleaner.enable", "false"),
                Map.entry("controlled.shutdown.enable", "false"),
                Map.entry("broker.heartbeat.interval.ms", "100"),
                Map.entry("broker.session.timeout.ms", "1000"),
                Map.entry("controller.quorum.election.timeout.ms", "100"),
                Map.entry("controller.quorum.election.backoff.max.ms", "100"),
                Map.entry("metadata.max.idle.interval.ms", "0"));
    }

    private List<String> mechanisms() {
        Map<String, Object> chosen = section("kafka_sasl_mechanisms");
        List<String> left = MECHANISMS.stream()
                .filter(name -> !Boolean.FALSE.equals(
                        chosen.get(name.toLowerCase(Locale.ROOT).replace('-', '_'))))
                .toList();
        return left.isEmpty() ? MECHANISMS : left;
    }

    private Map<String, Object> section(String name) {
        Map<String, Object> section = new HashMap<>();
        if (request.userConfig().get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (key != null && value != null) {
                    section.put(key.toString(), value);
                }
            });
        }
        return section;
    }

    @Override
    public String toString() {
        return "BrokerSettings[" + request.project() + "/" + request.service() + "]";
    }
}

package io.github.aivenjunit.engine.kafka.internal.broker;

import java.util.HashMap;
import java.util.Map;

/** How clients inside the broker's process reach it. */
final class InternalClient {

    private InternalClient() {}

    static Map<String, Object> settings(Map<String, Object> configuration) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", String.valueOf(configuration.get("aiven.internal.address")));
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put(
                "sasl.jaas.config", String.valueOf(configuration.get("listener.name.internal.plain.sasl.jaas.config")));
        settings.put("default.api.timeout.ms", "20000");
        settings.put("request.timeout.ms", "10000");
        settings.put("enable.metrics.push", "false");
        return settings;
    }
}

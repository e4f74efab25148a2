package io.github.aivenjunit.client.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The settings of a Kafka connector: all values are strings (Aiven API). Immutable; {@link #toString()} shows the keys
 * only, because values can be passwords.
 */
public record ConnectorConfig(Map<String, String> values) {

    private static final String NAME = "name";
    private static final String CLASS = "connector.class";

    public ConnectorConfig {
        values = Missing.map(values);
        Missing.required(values.getOrDefault(NAME, ""), "connector's name");
        Missing.required(values.getOrDefault(CLASS, ""), "connector.class of the connector");
    }

    public static ConnectorConfig of(String name, String connectorClass) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(NAME, name);
        values.put(CLASS, connectorClass);
        return new ConnectorConfig(values);
    }

    public ConnectorConfig with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new ConnectorConfig(more);
    }

    public String name() {
        return values.getOrDefault(NAME, "");
    }

    public String connectorClass() {
        return values.getOrDefault(CLASS, "");
    }

    @Override
    public String toString() {
        return "ConnectorConfig" + values.keySet();
    }
}

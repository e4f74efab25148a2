package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Kafka connector. {@link #toString()} shows its name only.
 *
 * @param config all values are strings; can hold secrets
 */
public record Connector(
        String name, Map<String, String> config, Optional<ConnectorPlugin> plugin, List<ConnectorTask> tasks) {

    public Connector {
        name = Missing.identity(name, "name");
        config = Missing.map(config);
        plugin = Missing.optional(plugin);
        tasks = Missing.list(tasks);
    }

    @Override
    public String toString() {
        return "Connector[name=" + name + "]";
    }
}

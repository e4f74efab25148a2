package io.github.aivenjunit.emulator.internal.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A choice of the connectors that Aiven offers. Immutable, read once per JVM and only when asked for. */
public final class ConnectorPlugins {

    private ConnectorPlugins() {}

    public static List<ConnectorPlugin> all() {
        return Loaded.PLUGINS;
    }

    public static Optional<ConnectorPlugin> find(String className) {
        return all().stream()
                .filter(plugin -> plugin.className().equals(className))
                .findFirst();
    }

    private static List<ConnectorPlugin> read() {
        List<ConnectorPlugin> plugins = new ArrayList<>();
        Definitions.read("connectors.json")
                .forEach(plugin -> plugins.add(new ConnectorPlugin(
                        plugin.path("class").asText(),
                        plugin.path("title").asText(),
                        plugin.path("type").asText(),
                        plugin.path("author").asText(),
                        plugin.path("version").asText(),
                        plugin.path("docURL").asText())));
        return List.copyOf(plugins);
    }

    private static final class Loaded {
        static final List<ConnectorPlugin> PLUGINS = read();
    }
}

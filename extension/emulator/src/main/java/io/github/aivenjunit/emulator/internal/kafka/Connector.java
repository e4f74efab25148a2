package io.github.aivenjunit.emulator.internal.kafka;

import java.util.Map;
import java.util.TreeMap;

/** A connector that nothing runs. Its configuration, which can hold passwords, stays out of {@link #toString()}. */
public record Connector(String name, Map<String, String> config, ConnectorPlugin plugin, boolean paused) {

    public Connector {
        config = new TreeMap<>(config);
    }

    public Connector paused(boolean pause) {
        return new Connector(name, config, plugin, pause);
    }

    @Override
    public String toString() {
        return "Connector[" + name + "]";
    }
}

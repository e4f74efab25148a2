package io.github.aivenjunit.emulator.internal.state;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which components a service has: those of its type, those that its user configuration turns on, and its replica. */
final class Components {

    private static final Map<String, List<Switch>> SWITCHES = Map.of(
            "kafka",
            List.of(
                    new Switch("kafka_sasl", "/kafka_authentication_methods/sasl", false),
                    new Switch("kafka_rest", "/kafka_rest", false),
                    new Switch("schema_registry", "/schema_registry", false),
                    new Switch("kafka_connect", "/kafka_connect", false)),
            "opensearch",
            List.of(new Switch("opensearch_dashboards", "/opensearch_dashboards/enabled", true)));

    private Components() {}

    static Set<String> of(ServiceOrder order) {
        Set<String> components = new LinkedHashSet<>(order.type().components());
        for (Switch option : SWITCHES.getOrDefault(order.type().code(), List.of())) {
            if (order.userConfig().at(option.pointer).asBoolean(option.otherwise)) {
                components.add(option.component);
            } else {
                components.remove(option.component);
            }
        }
        Replica.of(order).ifPresent(components::add);
        return components;
    }

    /** A component that the value at a place of the user configuration turns on or off. */
    private record Switch(String component, String pointer, boolean otherwise) {}
}

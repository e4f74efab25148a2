package io.github.aivenjunit.emulator.internal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which components a service has: those of its type, and those that its user configuration turns on. */
final class Components {

    private Components() {}

    static Set<String> of(ServiceOrder order) {
        Set<String> components = new LinkedHashSet<>(order.type().components());
        if (order.type().code().equals("kafka")) {
            ObjectNode config = order.userConfig();
            if (config.path("kafka_authentication_methods").path("sasl").asBoolean(false)) {
                components.add("kafka_sasl");
            }
            for (String flag : new String[] {"kafka_rest", "schema_registry", "kafka_connect"}) {
                if (config.path(flag).asBoolean(false)) {
                    components.add(flag);
                }
            }
        }
        return components;
    }
}

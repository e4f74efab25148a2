package io.github.aivenjunit.emulator.internal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Something outside of Aiven that a service can be integrated with. Its configuration can hold secrets. */
public record IntegrationEndpoint(String id, String name, String type, ObjectNode userConfig) {

    public IntegrationEndpoint with(ObjectNode changed) {
        return new IntegrationEndpoint(id, name, type, changed);
    }

    @Override
    public String toString() {
        return "IntegrationEndpoint[" + name + "]";
    }
}

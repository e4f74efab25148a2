package io.github.aivenjunit.engine.kafka.internal;

import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.ReservedPort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The ports of one service's broker. Those called controller and internal are not for clients. */
record BrokerPorts(
        ReservedPort certificate,
        ReservedPort sasl,
        ReservedPort controller,
        ReservedPort internal,
        ReservedPort schemaRegistry)
        implements AutoCloseable {

    private static final List<String> USES = List.of("kafka", "sasl", "controller", "internal", "registry");

    static BrokerPorts reserve(EngineRequest request) throws IOException {
        List<ReservedPort> ports = new ArrayList<>();
        try {
            for (String use : USES) {
                ports.add(request.reservePort(use));
            }
        } catch (IOException none) {
            ports.forEach(ReservedPort::close);
            throw none;
        }
        return new BrokerPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
    }

    List<EngineEndpoint> endpoints(boolean withSasl, boolean withSchemaRegistry) {
        List<EngineEndpoint> endpoints = new ArrayList<>();
        endpoints.add(new EngineEndpoint("kafka", "localhost", certificate.number()));
        if (withSasl) {
            endpoints.add(new EngineEndpoint("kafka_sasl", "localhost", sasl.number()));
        }
        if (withSchemaRegistry) {
            endpoints.add(new EngineEndpoint("schema_registry", "localhost", schemaRegistry.number()));
        }
        return List.copyOf(endpoints);
    }

    @Override
    public void close() {
        for (ReservedPort port : List.of(certificate, sasl, controller, internal, schemaRegistry)) {
            port.close();
        }
    }
}

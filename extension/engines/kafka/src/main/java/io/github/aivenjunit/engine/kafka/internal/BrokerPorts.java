package io.github.aivenjunit.engine.kafka.internal;

import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.ReservedPort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The ports of one service's broker. Only the first two are for clients. */
record BrokerPorts(ReservedPort certificate, ReservedPort sasl, ReservedPort controller, ReservedPort internal)
        implements AutoCloseable {

    static BrokerPorts reserve() throws IOException {
        List<ReservedPort> ports = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                ports.add(ReservedPort.reserve());
            }
        } catch (IOException none) {
            ports.forEach(ReservedPort::close);
            throw none;
        }
        return new BrokerPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3));
    }

    List<EngineEndpoint> endpoints(boolean withSasl) {
        EngineEndpoint first = new EngineEndpoint("kafka", "localhost", certificate.number());
        return withSasl ? List.of(first, new EngineEndpoint("kafka_sasl", "localhost", sasl.number())) : List.of(first);
    }

    @Override
    public void close() {
        for (ReservedPort port : List.of(certificate, sasl, controller, internal)) {
            port.close();
        }
    }
}

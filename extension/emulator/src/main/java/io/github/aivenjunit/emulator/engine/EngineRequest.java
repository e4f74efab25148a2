package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * What a server needs to know to stand behind a service.
 *
 * @param project the project's name, for messages
 * @param service the service's name, for messages
 * @param plan the service's plan
 * @param userConfig the service's {@code user_config} as the API received it
 * @param admin the service's first user, {@code avnadmin} for most types
 * @param tls the server's certificate, issued by the project's CA for the addresses of this machine
 * @param home where data and ports outlive the emulator; empty when they end with it
 */
public record EngineRequest(
        String project,
        String service,
        String plan,
        Map<String, Object> userConfig,
        Credentials admin,
        TlsIdentity tls,
        Optional<ServerHome> home) {

    public EngineRequest {
        userConfig = Map.copyOf(userConfig);
    }

    /** A server that ends with the emulator and leaves nothing. */
    public EngineRequest(
            String project,
            String service,
            String plan,
            Map<String, Object> userConfig,
            Credentials admin,
            TlsIdentity tls) {
        this(project, service, plan, userConfig, admin, tls, Optional.empty());
    }

    /** The same server at home there. */
    public EngineRequest at(ServerHome chosen) {
        return new EngineRequest(project, service, plan, userConfig, admin, tls, Optional.of(chosen));
    }

    /** Reserves a port, the one of last time where the server has a home and it is free. */
    public ReservedPort reservePort(String use) throws IOException {
        return home.isPresent() ? home.get().port(use) : ReservedPort.reserve();
    }
}

package io.github.aivenjunit.emulator.engine;

import java.util.Map;

/**
 * What a server needs to know to stand behind a service.
 *
 * @param project the project's name, for messages
 * @param service the service's name, for messages
 * @param plan the service's plan
 * @param userConfig the service's {@code user_config} as the API received it
 * @param admin the service's first user, {@code avnadmin} for most types
 * @param tls the server's certificate, issued by the project's CA for the addresses of this machine
 */
public record EngineRequest(
        String project,
        String service,
        String plan,
        Map<String, Object> userConfig,
        Credentials admin,
        TlsIdentity tls) {

    public EngineRequest {
        userConfig = Map.copyOf(userConfig);
    }
}

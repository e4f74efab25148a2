package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceUser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Where a service listens and who its administrator is, put together into addresses. */
final class ServiceAddress {

    private final List<EngineEndpoint> endpoints;
    private final ServiceUser admin;
    private final Secrets secrets;

    ServiceAddress(Service service, Secrets secrets) {
        this.endpoints = service.endpoints();
        this.admin = service.admin();
        this.secrets = secrets;
    }

    List<EngineEndpoint> endpoints() {
        return endpoints;
    }

    Optional<EngineEndpoint> endpoint(String component) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.component().equals(component))
                .findFirst();
    }

    String user() {
        return admin.name();
    }

    String password() {
        return secrets.show(admin.password());
    }

    ServiceUser admin() {
        return admin;
    }

    /** {@code host:port}, or nothing for a component that is off. */
    String hostAndPort(String component) {
        return endpoint(component)
                .map(endpoint -> endpoint.host() + ":" + endpoint.port())
                .orElse("");
    }

    /** An address with user and password, or nothing for a component that is off. */
    String uri(String scheme, String component, String rest) {
        return uri(scheme, component, admin, rest);
    }

    /** The same for another user. */
    String uri(String scheme, String component, ServiceUser user, String rest) {
        return endpoint(component)
                .map(endpoint -> secrets.show(scheme + "://" + encode(user.name()) + ":" + encode(user.password()) + "@"
                        + endpoint.host() + ":" + endpoint.port() + rest))
                .orElse("");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

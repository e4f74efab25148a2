package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.internal.Refusal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The integration endpoints of a project. Guarded by the platform's lock. */
public final class IntegrationEndpoints {

    private final Map<String, IntegrationEndpoint> endpoints = new LinkedHashMap<>();

    /** The oldest first. */
    public Collection<IntegrationEndpoint> all() {
        return List.copyOf(endpoints.values());
    }

    public IntegrationEndpoint get(String id) {
        return Optional.ofNullable(endpoints.get(id))
                .orElseThrow(() -> Refusal.of(
                        404, "service_integration_endpoint_not_found", "Service integration endpoint not found"));
    }

    public void requireFreeName(String name) {
        if (endpoints.values().stream().anyMatch(endpoint -> endpoint.name().equals(name))) {
            throw Refusal.of(409, "Service integration endpoint '" + name + "' already exists");
        }
    }

    /** Adds the endpoint, or replaces the one of that id. */
    public IntegrationEndpoint put(IntegrationEndpoint endpoint) {
        endpoints.put(endpoint.id(), endpoint);
        return endpoint;
    }

    public void remove(IntegrationEndpoint endpoint) {
        endpoints.remove(endpoint.id());
    }
}

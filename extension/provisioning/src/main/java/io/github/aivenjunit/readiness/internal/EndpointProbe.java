package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.model.Component;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.connection.CaCertificate;
import java.util.ArrayList;
import java.util.List;

/** The probe of a type whose protocol we do not speak: every primary endpoint accepts a TLS session. */
public final class EndpointProbe implements ServiceProbe {

    @Override
    public List<Step> steps(Service service, CaCertificate ca) {
        List<Component> endpoints = service.components().stream()
                .filter(component ->
                        component.route().equals("dynamic") && component.usage().equals("primary"))
                .toList();
        List<Step> steps = new ArrayList<>();
        endpoints.stream().map(Component::host).distinct().forEach(host -> steps.add(NetworkSteps.dns(host)));
        endpoints.forEach(endpoint -> steps.add(NetworkSteps.tcp(endpoint.host(), endpoint.port())));
        // Aiven API: "ssl" is only sent for components that can be plaintext; missing means TLS.
        endpoints.stream()
                .filter(endpoint -> endpoint.ssl().orElse(true))
                .forEach(endpoint -> steps.add(NetworkSteps.tls(endpoint.host(), endpoint.port(), ca, socket -> {})));
        return steps;
    }
}

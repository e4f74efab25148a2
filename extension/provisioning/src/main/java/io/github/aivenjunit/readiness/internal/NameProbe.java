package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.client.model.Component;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.connection.CaCertificate;
import java.util.List;

/**
 * The probe of a type that begins to listen when it is integrated with another service, which comes after its creation:
 * to wait for its port here could be in vain. Its host names resolve.
 */
final class NameProbe implements ServiceProbe {

    @Override
    public List<Step> steps(Service service, CaCertificate ca) {
        return service.components().stream()
                .filter(component ->
                        component.route().equals("dynamic") && component.usage().equals("primary"))
                .map(Component::host)
                .distinct()
                .map(NetworkSteps::dns)
                .toList();
    }
}

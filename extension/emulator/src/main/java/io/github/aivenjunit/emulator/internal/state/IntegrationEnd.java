package io.github.aivenjunit.emulator.internal.state;

import java.util.Optional;

/**
 * One of the two things that an integration connects: a service or an endpoint.
 *
 * @param service the service's name, empty for an endpoint
 * @param endpoint empty for a service
 * @param kind the service's or the endpoint's type
 */
public record IntegrationEnd(
        Project project, Optional<String> service, Optional<IntegrationEndpoint> endpoint, String kind) {

    public static IntegrationEnd of(Project project, Service service) {
        return new IntegrationEnd(
                project,
                Optional.of(service.name()),
                Optional.empty(),
                service.type().code());
    }

    /** Whether data can flow here: endpoints are always there, services have to run. */
    boolean isUp() {
        return service.isEmpty()
                || found().map(Service::state)
                        .filter(state -> state == ServiceState.RUNNING || state == ServiceState.REBALANCING)
                        .isPresent();
    }

    /** Whether the service is there at all. */
    boolean exists() {
        return service.isEmpty() || found().isPresent();
    }

    Optional<Service> found() {
        return service.flatMap(project::findService);
    }

    boolean isSameAs(IntegrationEnd other) {
        return project == other.project
                && service.equals(other.service)
                && endpoint.map(IntegrationEndpoint::id).equals(other.endpoint.map(IntegrationEndpoint::id));
    }
}

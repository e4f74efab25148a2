package io.github.aivenjunit.project;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.readiness.Readiness;
import io.github.aivenjunit.spec.ServiceResource;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link ServiceHandle} is made of.
 *
 * @param name the declared name
 * @param service the service as the API described it when it was ready
 * @param ca the project's certificate authority
 * @param consoleUri the service's page in the Aiven console
 * @param readiness how it became usable
 * @param noDataPlane why nothing listens on the service's address; empty for a service that clients can use
 * @param control what changes the service
 * @param names what sets the class's names apart inside the service
 */
public record ServiceDetails(
        String name,
        Service service,
        CaCertificate ca,
        URI consoleUri,
        Readiness readiness,
        Optional<String> noDataPlane,
        ServiceControl control,
        OwnNames names) {

    /** A service that is not shared. */
    public ServiceDetails(
            String name,
            Service service,
            CaCertificate ca,
            URI consoleUri,
            Readiness readiness,
            Optional<String> noDataPlane,
            ServiceControl control) {
        this(name, service, ca, consoleUri, readiness, noDataPlane, control, OwnNames.none());
    }

    /** The same service as one of the classes that share it has it. */
    public ServiceDetails with(OwnNames own) {
        return new ServiceDetails(name, service, ca, consoleUri, readiness, noDataPlane, control, own);
    }

    /** The same service under another declared name. */
    public ServiceDetails named(String declared) {
        return new ServiceDetails(declared, service, ca, consoleUri, readiness, noDataPlane, control, names);
    }

    /** The same service as the API describes it now. */
    ServiceDetails refreshed() {
        return new ServiceDetails(name, control.current(), ca, consoleUri, readiness, noDataPlane, control, names);
    }

    /** The databases when the service was ready; in a shared service those of the class, as they are now. */
    List<String> databases() {
        return names.database().isEmpty()
                ? service.databases()
                : control.current().databases().stream()
                        .filter(database -> names.database(database).equals(database))
                        .toList();
    }

    void createDatabase(String declared) {
        control.create(List.of(new ServiceResource.Database(names.database(declared))));
    }
}

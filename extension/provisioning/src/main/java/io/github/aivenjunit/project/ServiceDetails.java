package io.github.aivenjunit.project;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.readiness.Readiness;
import java.net.URI;
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
 */
public record ServiceDetails(
        String name,
        Service service,
        CaCertificate ca,
        URI consoleUri,
        Readiness readiness,
        Optional<String> noDataPlane,
        ServiceControl control) {

    /** The same service as the API describes it now. */
    ServiceDetails refreshed() {
        return new ServiceDetails(name, control.current(), ca, consoleUri, readiness, noDataPlane, control);
    }
}

package io.github.aivenjunit.project;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUpdate;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;

/**
 * What a handle does to its service. Thread-safe. Every method that changes something returns when clients can use the
 * result, waits no longer than the service's timeout, and restores the interrupt flag when it is interrupted.
 *
 * @see ServiceHandle the same for tests
 */
public interface ServiceControl {

    /** The service as the API describes it now. */
    Service current();

    /**
     * Creates things inside the service.
     *
     * @throws io.github.aivenjunit.resource.ResourceFailedException if Aiven refuses one
     */
    void create(List<? extends ServiceResource> resources);

    /**
     * Deletes things inside the service.
     *
     * @throws io.github.aivenjunit.resource.ResourceFailedException if something of its kind is not deleted by itself
     */
    void delete(List<? extends ServiceResource> resources);

    /** The API client, for what is only read. */
    AivenClient client();

    /** The name of the service's project at Aiven. */
    String project();

    /** A user that exists, with its password and, for Kafka, its certificate. */
    ServiceUser user(String username);

    /** Gives a user a new password and waits until the server takes it. */
    ServiceUser resetPassword(String username);

    /** Changes the service and waits until it runs again. */
    void update(ServiceUpdate change);

    /** Switches the service off: it costs nothing and answers nobody. */
    void powerOff();

    /** Switches the service on again and waits as for a new one. */
    void powerOn();
}

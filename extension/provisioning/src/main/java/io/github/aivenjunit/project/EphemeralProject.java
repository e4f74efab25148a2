package io.github.aivenjunit.project;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.spec.ServiceSpec;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The project of a test, with its services ready for clients. It is deleted after the test class, with everything that
 * is in it by then. Thread-safe.
 *
 * <pre>{@code
 * @Test
 * void movesOrders(EphemeralProject project) {
 *     PostgresService orders = project.service("orders", PostgresService.class);
 *     ...
 * }
 * }</pre>
 */
public interface EphemeralProject {

    /** The project's name at Aiven. */
    String name();

    /** The cloud of the services that name none. */
    String cloud();

    /** Whether this is Aiven or the emulator. */
    Mode mode();

    /** The tags that the project was created with; in somebody else's project, the tags of our services. */
    Map<String, String> tags();

    /** The project's own certificate authority. */
    CaCertificate ca();

    /** The project's page in the Aiven console. Leads nowhere for an emulated project. */
    URI consoleUri();

    /** The declared services, then those made by {@link #createService}. */
    List<ServiceHandle> services();

    /**
     * The service of this type.
     *
     * @throws NoSuchServiceException if the project has none or several of the type; names what there is
     */
    <T extends ServiceHandle> T service(Class<T> type);

    /**
     * The service that was declared with this name.
     *
     * @throws NoSuchServiceException if the project has no service of this name and type; names what there is
     */
    <T extends ServiceHandle> T service(String name, Class<T> type);

    /**
     * Creates one more service and waits until a client can use it. It is deleted with the declared ones.
     *
     * @throws io.github.aivenjunit.spec.InvalidSpecException if the type, plan or cloud does not exist, or if the
     *     project has a service of that name
     * @throws io.github.aivenjunit.readiness.ServiceNotReadyException if the service does not become usable in time
     */
    ServiceHandle createService(ServiceSpec spec);

    /** The API client that made the project. It is shared: do not close it. */
    AivenClient client();
}

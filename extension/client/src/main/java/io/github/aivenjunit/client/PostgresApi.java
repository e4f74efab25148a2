package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.ConnectionPool;
import io.github.aivenjunit.client.model.ConnectionPoolCreate;
import io.github.aivenjunit.client.model.ConnectionPoolUpdate;
import io.github.aivenjunit.client.model.PostgresExtension;
import java.util.List;

/**
 * What only PostgreSQL services have: connection pools and extensions. Thread-safe. Every method throws
 * {@link AivenApiException}.
 */
public interface PostgresApi {

    /** The pools of the service, with their addresses. */
    List<ConnectionPool> connectionPools(String project, String service);

    /**
     * Creates a pool. When the answer is lost, a pool of that name for that database counts as created.
     *
     * <p>A {@link AivenApiException.Forbidden} says that the plan has no pools, or, just after the service has started,
     * that the pool's user is not known yet, which passes.
     */
    void createConnectionPool(String project, String service, ConnectionPoolCreate request);

    void updateConnectionPool(String project, String service, String pool, ConnectionPoolUpdate request);

    /** Deletes a pool; one that is not there is deleted. */
    void deleteConnectionPool(String project, String service, String pool);

    /** The extensions that the service's version can install. */
    List<PostgresExtension> availableExtensions(String project, String service);
}

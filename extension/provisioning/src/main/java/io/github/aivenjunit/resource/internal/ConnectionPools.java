package io.github.aivenjunit.resource.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.ConnectionPool;
import io.github.aivenjunit.client.model.ConnectionPoolCreate;
import io.github.aivenjunit.spec.ServiceResource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Pools of PostgreSQL. Aiven API: made asynchronously, and refused for a moment after the service has started. */
record ConnectionPools(AivenClient client, String project, String service)
        implements ResourceKind<ServiceResource.ConnectionPool> {

    @Override
    public boolean request(ServiceResource.ConnectionPool pool) {
        ConnectionPoolCreate request = ConnectionPoolCreate.of(pool.name(), pool.database())
                .withPoolMode(pool.mode().value());
        if (pool.size().isPresent()) {
            request = request.withPoolSize(pool.size().getAsInt());
        }
        if (pool.user().isPresent()) {
            request = request.withUsername(pool.user().get());
        }
        try {
            client.postgres().createConnectionPool(project, service, request);
            return true;
        } catch (AivenApiException.Forbidden | AivenApiException.NotFound e) {
            if (isNotKnownYet(e.apiMessage())) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean exist(List<ServiceResource.ConnectionPool> pools) {
        Set<String> present = client.postgres().connectionPools(project, service).stream()
                .map(ConnectionPool::poolName)
                .collect(Collectors.toSet());
        return pools.stream().map(ServiceResource.ConnectionPool::name).allMatch(present::contains);
    }

    /** aiven-client issue 217: users and databases that exist are unknown for a moment after RUNNING. */
    private static boolean isNotKnownYet(String message) {
        return message.startsWith("Service database") && message.endsWith("does not exist");
    }
}

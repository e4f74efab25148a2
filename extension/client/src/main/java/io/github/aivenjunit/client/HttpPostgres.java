package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.ConnectionPool;
import io.github.aivenjunit.client.model.ConnectionPoolCreate;
import io.github.aivenjunit.client.model.ConnectionPoolUpdate;
import io.github.aivenjunit.client.model.PostgresExtension;
import io.github.aivenjunit.client.model.Service;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connection pools and extensions over HTTP. */
record HttpPostgres(ApiCalls calls, ServiceApi services) implements PostgresApi {

    @Override
    public List<ConnectionPool> connectionPools(String project, String service) {
        return services.get(project, service).connectionPools();
    }

    @Override
    public void createConnectionPool(String project, String service, ConnectionPoolCreate request) {
        Map<String, Object> body = Bodies.empty()
                .with("pool_name", request.poolName())
                .with("database", request.database())
                .with("pool_mode", request.poolMode())
                .with("pool_size", request.poolSize())
                .with("username", request.username())
                .done();
        calls.create(
                ApiRequest.post(poolsOf(project, service), body),
                (json, answer) -> {
                    json.discard(answer);
                    return true;
                },
                new ApiCalls.Creation<>(
                        () -> find(project, service, request.poolName()).map(found -> isAsAsked(found, request)),
                        asAsked -> asAsked));
    }

    @Override
    public void updateConnectionPool(String project, String service, String pool, ConnectionPoolUpdate request) {
        Map<String, Object> body = Bodies.empty()
                .with("database", request.database())
                .with("pool_mode", request.poolMode())
                .with("pool_size", request.poolSize())
                .with("username", request.username())
                .done();
        calls.call(ApiRequest.put(path(project, service, pool), body));
    }

    @Override
    public void deleteConnectionPool(String project, String service, String pool) {
        calls.delete(
                ApiRequest.delete(path(project, service, pool)),
                () -> find(project, service, pool).isPresent(),
                ApiCalls::notThere);
    }

    @Override
    public List<PostgresExtension> availableExtensions(String project, String service) {
        return calls.call(
                ApiRequest.get(ApiPath.service(project, service).plus("/pg/available-extensions")),
                (json, body) -> json.list(body, "extensions", PostgresExtension.class));
    }

    private Optional<ConnectionPool> find(String project, String service, String pool) {
        return services.find(project, service).map(Service::connectionPools).stream()
                .flatMap(List::stream)
                .filter(found -> found.poolName().equals(pool))
                .findFirst();
    }

    private static boolean isAsAsked(ConnectionPool found, ConnectionPoolCreate asked) {
        return found.database().equals(asked.database())
                && asked.poolMode().map(found.poolMode()::equals).orElse(true)
                && asked.poolSize().map(size -> size == found.poolSize()).orElse(true)
                && (asked.username().isEmpty() || asked.username().equals(found.username()));
    }

    private static ApiPath poolsOf(String project, String service) {
        return ApiPath.service(project, service).plus("/connection_pool");
    }

    private static ApiPath path(String project, String service, String pool) {
        return poolsOf(project, service).name("pool name", pool);
    }
}

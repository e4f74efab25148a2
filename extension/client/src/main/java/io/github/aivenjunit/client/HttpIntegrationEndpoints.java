package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.IntegrationEndpoint;
import io.github.aivenjunit.client.model.UserConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Integration endpoints over HTTP. */
record HttpIntegrationEndpoints(ApiCalls calls) implements IntegrationEndpointApi {

    private static final String USER_CONFIG = "user_config";

    @Override
    public List<IntegrationEndpoint> list(String project) {
        return calls.call(
                ApiRequest.get(endpointsOf(project)),
                (json, body) -> json.list(body, "service_integration_endpoints", IntegrationEndpoint.class));
    }

    @Override
    public IntegrationEndpoint get(String project, String id) {
        return calls.call(ApiRequest.get(path(project, id)).includingSecrets(), reader());
    }

    @Override
    public Optional<IntegrationEndpoint> find(String project, String id) {
        return calls.find(ApiRequest.get(path(project, id)).includingSecrets(), reader());
    }

    @Override
    public IntegrationEndpoint create(String project, String name, String type, UserConfig userConfig) {
        return calls.create(
                ApiRequest.post(
                        endpointsOf(project),
                        Map.of("endpoint_name", name, "endpoint_type", type, USER_CONFIG, userConfig.asMap())),
                reader(),
                new ApiCalls.Creation<>(
                        () -> list(project).stream()
                                .filter(found -> found.endpointName().equals(name))
                                .findFirst(),
                        found -> found.endpointType().equals(type)));
    }

    @Override
    public IntegrationEndpoint update(String project, String id, UserConfig userConfig) {
        return calls.call(ApiRequest.put(path(project, id), Map.of(USER_CONFIG, userConfig.asMap())), reader());
    }

    @Override
    public void delete(String project, String id) {
        calls.delete(
                ApiRequest.delete(path(project, id)), () -> find(project, id).isPresent(), ApiCalls::notThere);
    }

    private static ApiPath endpointsOf(String project) {
        return ApiPath.project(project).plus("/integration_endpoint");
    }

    private static ApiPath path(String project, String id) {
        return endpointsOf(project).name("endpoint id", id);
    }

    private static ApiExchange.Reader<IntegrationEndpoint> reader() {
        return (json, body) -> json.value(body, "service_integration_endpoint", IntegrationEndpoint.class);
    }
}

package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Integration;
import io.github.aivenjunit.client.model.IntegrationCreate;
import io.github.aivenjunit.client.model.UserConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Service integrations over HTTP. */
record HttpIntegrations(ApiCalls calls) implements IntegrationApi {

    @Override
    public List<Integration> list(String project, String service) {
        return calls.call(
                ApiRequest.get(ApiPath.service(project, service).plus("/integration")),
                (json, body) -> json.list(body, "service_integrations", Integration.class));
    }

    @Override
    public Integration get(String project, String id) {
        return calls.call(ApiRequest.get(path(project, id)), reader());
    }

    @Override
    public Optional<Integration> find(String project, String id) {
        return calls.find(ApiRequest.get(path(project, id)), reader());
    }

    @Override
    public Integration create(String project, IntegrationCreate request) {
        ApiRequest post = ApiRequest.post(integrationsOf(project), Bodies.integration(request));
        return ownEnd(project, request)
                .map(service -> calls.create(
                        post,
                        reader(),
                        new ApiCalls.Creation<>(
                                () -> list(project, service).stream()
                                        .filter(found -> isAsAsked(found, project, request))
                                        .findFirst(),
                                found -> true)))
                .orElseGet(() -> calls.once(post, reader()));
    }

    @Override
    public Integration update(String project, String id, UserConfig userConfig) {
        return calls.call(ApiRequest.put(path(project, id), Map.of("user_config", userConfig.asMap())), reader());
    }

    @Override
    public void delete(String project, String id) {
        calls.delete(
                ApiRequest.delete(path(project, id)), () -> find(project, id).isPresent(), ApiCalls::notThere);
    }

    /** The end whose integrations can be listed. */
    private static Optional<String> ownEnd(String project, IntegrationCreate request) {
        return request.sourceService()
                .filter(service -> project.equals(request.sourceProject().orElse(project)))
                .or(() -> request.destService()
                        .filter(service -> project.equals(request.destProject().orElse(project))));
    }

    private static boolean isAsAsked(Integration found, String project, IntegrationCreate asked) {
        return found.integrationType().equals(asked.integrationType())
                && found.sourceService().equals(asked.sourceService())
                && found.sourceEndpointId().equals(asked.sourceEndpointId())
                && (asked.sourceService().isEmpty()
                        || found.sourceProject().equals(asked.sourceProject().orElse(project)))
                && found.destService().equals(asked.destService())
                && found.destEndpointId().equals(asked.destEndpointId())
                && (asked.destService().isEmpty()
                        || found.destProject().equals(asked.destProject().orElse(project)));
    }

    private static ApiPath integrationsOf(String project) {
        return ApiPath.project(project).plus("/integration");
    }

    private static ApiPath path(String project, String id) {
        return integrationsOf(project).name("integration id", id);
    }

    private static ApiExchange.Reader<Integration> reader() {
        return (json, body) -> json.value(body, "service_integration", Integration.class);
    }
}

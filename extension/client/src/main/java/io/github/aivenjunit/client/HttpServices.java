package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Backup;
import io.github.aivenjunit.client.model.LogEntry;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.client.model.ServiceUpdate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Services over HTTP. */
record HttpServices(ApiCalls calls) implements ServiceApi {

    @Override
    public List<Service> list(String project) {
        return calls.call(
                ApiRequest.get(servicesOf(project)).includingSecrets(),
                (json, body) -> json.wholeList(body, "services", Service.class));
    }

    @Override
    public Service get(String project, String service) {
        return calls.call(read(project, service), reader());
    }

    @Override
    public Optional<Service> find(String project, String service) {
        return calls.find(read(project, service), reader());
    }

    @Override
    public Service create(String project, ServiceCreate request) {
        return calls.create(
                ApiRequest.post(servicesOf(project), Bodies.service(request)),
                reader(),
                new ApiCalls.Creation<>(
                        () -> find(project, request.serviceName()), found -> isAsAsked(found, request)));
    }

    @Override
    public Service update(String project, String service, ServiceUpdate request) {
        ApiRequest put = ApiRequest.put(ApiPath.service(project, service), Bodies.service(request));
        return calls.call(request.allowUncleanPoweroff() ? put.query("allow_unclean_poweroff=true") : put, reader());
    }

    @Override
    public void delete(String project, String service) {
        calls.delete(
                ApiRequest.delete(ApiPath.service(project, service)),
                () -> isThere(project, service),
                ApiCalls::notThere);
    }

    @Override
    public Service powerOff(String project, String service) {
        return update(project, service, ServiceUpdate.builder().powered(false).build());
    }

    @Override
    public Service powerOn(String project, String service) {
        return update(project, service, ServiceUpdate.builder().powered(true).build());
    }

    @Override
    public void startMaintenance(String project, String service) {
        calls.call(ApiRequest.put(ApiPath.service(project, service).plus("/maintenance/start"), Map.of()));
    }

    @Override
    public Map<String, String> tags(String project, String service) {
        return calls.call(
                ApiRequest.get(tagsOf(project, service)), (json, body) -> json.map(body, "tags", String.class));
    }

    @Override
    public void replaceTags(String project, String service, Map<String, String> tags) {
        calls.call(ApiRequest.put(tagsOf(project, service), Bodies.tags(tags)));
    }

    @Override
    public void updateTags(String project, String service, Map<String, Optional<String>> tags) {
        calls.call(ApiRequest.patch(tagsOf(project, service), Bodies.tagChanges(tags)));
    }

    @Override
    public List<LogEntry> logs(String project, String service, int limit) {
        return calls.call(
                ApiRequest.post(
                        ApiPath.service(project, service).plus("/logs"), Map.of("limit", limit, "sort_order", "desc")),
                (json, body) -> json.list(body, "logs", LogEntry.class));
    }

    @Override
    public List<Backup> backups(String project, String service) {
        return calls.call(
                ApiRequest.get(ApiPath.service(project, service).plus("/backups")),
                (json, body) -> json.list(body, "backups", Backup.class));
    }

    /** With its project, a service is gone too. */
    private boolean isThere(String project, String service) {
        try {
            return find(project, service).isPresent();
        } catch (AivenApiException.Forbidden refusal) {
            if (refusal.notMember()) {
                return false;
            }
            throw refusal;
        }
    }

    private static boolean isAsAsked(Service found, ServiceCreate asked) {
        return found.serviceType().equals(asked.serviceType())
                && found.plan().equals(asked.plan())
                && asked.cloud().map(found.cloudName()::equals).orElse(true)
                && ProjectParts.carries(found.tags(), asked.tags());
    }

    private static ApiRequest read(String project, String service) {
        return ApiRequest.get(ApiPath.service(project, service)).includingSecrets();
    }

    private static ApiPath servicesOf(String project) {
        return ApiPath.project(project).plus("/service");
    }

    private static ApiPath tagsOf(String project, String service) {
        return ApiPath.service(project, service).plus("/tags");
    }

    private static ApiExchange.Reader<Service> reader() {
        return (json, body) -> json.value(body, "service", Service.class);
    }
}

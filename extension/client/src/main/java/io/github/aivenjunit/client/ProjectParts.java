package io.github.aivenjunit.client;

import io.github.aivenjunit.client.model.Project;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ProjectEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What both kinds of project endpoints share: the parts below a project exist in the classic form only. */
record ProjectParts(ApiCalls calls, FreshProjects fresh) {

    Map<String, String> tags(String project) {
        return calls.call(ApiRequest.get(tagsOf(project)), (json, body) -> json.map(body, "tags", String.class));
    }

    void replaceTags(String project, Map<String, String> tags) {
        calls.call(ApiRequest.put(tagsOf(project), Bodies.tags(tags)));
    }

    void updateTags(String project, Map<String, Optional<String>> tags) {
        calls.call(ApiRequest.patch(tagsOf(project), Bodies.tagChanges(tags)));
    }

    String caCertificate(String project) {
        return calls.call(
                ApiRequest.get(ApiPath.project(project).plus("/kms/ca")),
                (json, body) -> json.value(body, "certificate", String.class));
    }

    List<ProjectEvent> events(String project) {
        return calls.call(
                ApiRequest.get(ApiPath.project(project).plus("/events")),
                (json, body) -> json.list(body, "events", ProjectEvent.class));
    }

    Optional<Project> find(Supplier<Optional<Project>> reader) {
        try {
            return reader.get();
        } catch (AivenApiException.Forbidden refusal) {
            if (refusal.notMember()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    Project create(
            ProjectCreate request,
            ApiRequest post,
            ApiExchange.Reader<Project> reader,
            Supplier<Optional<Project>> find) {
        Project created = calls.create(
                post,
                reader,
                new ApiCalls.Creation<>(
                        () -> {
                            fresh.perhapsCreated(request.project());
                            return find.get();
                        },
                        found -> carries(found.tags(), request.tags())));
        fresh.created(request.project());
        return created;
    }

    void delete(String project, ApiRequest delete, Supplier<Optional<Project>> find) {
        calls.delete(delete, () -> find.get().isPresent(), ApiCalls::notThere);
        fresh.deleted(project);
    }

    /** Whether something found carries the tags asked for. Without any, only something untagged can be ours. */
    static boolean carries(Map<String, String> found, Map<String, String> asked) {
        return asked.isEmpty() ? found.isEmpty() : found.entrySet().containsAll(asked.entrySet());
    }

    private static ApiPath tagsOf(String project) {
        return ApiPath.project(project).plus("/tags");
    }
}

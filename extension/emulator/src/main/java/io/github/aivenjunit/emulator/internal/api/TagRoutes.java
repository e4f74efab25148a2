package io.github.aivenjunit.emulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Service;
import java.util.Map;
import java.util.function.Function;

/** The tags of projects and of services. Answers to writes do not repeat them. */
final class TagRoutes {

    private final Platform platform;

    TagRoutes(Platform platform) {
        this.platform = platform;
    }

    void addTo(Routes routes) {
        add(routes, "/project/{project}/tags", "ProjectTags", this::tagsOfProject);
        add(routes, "/project/{project}/service/{service_name}/tags", "ProjectServiceTags", this::tagsOfService);
    }

    private static void add(Routes routes, String path, String operation, Function<Call, Map<String, String>> tags) {
        routes.add("GET", path, operation + "List", call -> list(tags.apply(call)));
        routes.add("PUT", path, operation + "Replace", call -> replace(tags.apply(call), call));
        routes.add("PATCH", path, operation + "Update", call -> update(tags.apply(call), call));
    }

    private Map<String, String> tagsOfProject(Call call) {
        return platform.project(call.project()).tags();
    }

    private Map<String, String> tagsOfService(Call call) {
        Service service = platform.project(call.project()).service(call.service());
        return service.tags();
    }

    private static Reply list(Map<String, String> tags) {
        ObjectNode answer = Reply.object();
        answer.set("tags", ProjectJson.tags(tags));
        return Reply.ok(answer);
    }

    private static Reply replace(Map<String, String> tags, Call call) {
        Map<String, String> replacement = call.input().tags("tags").orElseThrow(TagRoutes::missing);
        tags.clear();
        tags.putAll(replacement);
        return Reply.message("tags updated");
    }

    private static Reply update(Map<String, String> tags, Call call) {
        call.input()
                .tagChanges("tags")
                .orElseThrow(TagRoutes::missing)
                .forEach((key, value) -> value.ifPresentOrElse(set -> tags.put(key, set), () -> tags.remove(key)));
        return Reply.message("tags updated");
    }

    private static Refusal missing() {
        return Refusal.invalidInput("'tags' is a required property");
    }
}

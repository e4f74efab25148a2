package io.github.aivenjunit.emulator;

import io.github.aivenjunit.emulator.internal.state.Project;
import java.util.List;
import java.util.Map;

/**
 * A project at one moment, for assertions.
 *
 * @param organization whether it was created through the organization's endpoints
 * @param cloud the cloud of its services unless they choose another
 */
public record EmulatedProject(
        String name, boolean organization, String cloud, Map<String, String> tags, List<EmulatedService> services) {

    public EmulatedProject {
        tags = Map.copyOf(tags);
        services = List.copyOf(services);
    }

    static EmulatedProject of(Project project) {
        return new EmulatedProject(
                project.name(),
                project.organization(),
                project.cloud(),
                project.tags(),
                project.services().stream()
                        .map(service -> EmulatedService.of(project, service))
                        .toList());
    }
}

package io.github.aivenjunit.emulator;

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
}

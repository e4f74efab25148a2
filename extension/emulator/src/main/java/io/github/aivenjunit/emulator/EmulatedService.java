package io.github.aivenjunit.emulator;

import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceUser;
import java.util.List;
import java.util.Map;

/**
 * A service at one moment, for assertions. Holds no secret.
 *
 * @param state POWEROFF, REBALANCING, REBUILDING or RUNNING
 * @param users the names of its users, the administrator first
 * @param databases the databases that the control plane knows; clients may have made more
 */
public record EmulatedService(
        String project,
        String name,
        String type,
        String plan,
        String cloud,
        String state,
        boolean terminationProtection,
        Map<String, String> tags,
        List<String> users,
        List<String> databases) {

    public EmulatedService {
        tags = Map.copyOf(tags);
        users = List.copyOf(users);
        databases = List.copyOf(databases);
    }

    static EmulatedService of(Project project, Service service) {
        return new EmulatedService(
                project.name(),
                service.name(),
                service.type().code(),
                service.order().plan().name(),
                service.order().cloud().name(),
                service.state().name(),
                service.order().terminationProtection(),
                service.tags(),
                service.users().stream().map(ServiceUser::name).toList(),
                List.copyOf(service.databases().keySet()));
    }
}

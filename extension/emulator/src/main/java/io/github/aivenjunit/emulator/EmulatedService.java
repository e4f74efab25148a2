package io.github.aivenjunit.emulator;

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
}

package io.github.aivenjunit.client.model;

import java.util.List;
import java.util.Optional;

/**
 * A node of a service.
 *
 * @param state for example {@code setting_up_vm}, {@code syncing_data}, {@code running}
 * @param role {@code master}, {@code standby} or {@code read-replica}
 */
public record NodeState(
        String name,
        String state,
        Optional<String> role,
        Optional<String> availabilityZone,
        List<ProgressUpdate> progressUpdates) {

    public NodeState {
        name = Missing.text(name);
        state = Missing.text(state);
        role = Missing.optional(role);
        availabilityZone = Missing.optional(availabilityZone);
        progressUpdates = Missing.list(progressUpdates);
    }
}

package io.github.aivenjunit.emulator.internal.state;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a caller asked a project to be.
 *
 * @param organization whether it came through the organization's endpoints
 */
public record ProjectOrder(
        String name,
        boolean organization,
        String cloud,
        String billingGroupId,
        String parentId,
        OptionalInt basePort,
        List<String> techEmails,
        Map<String, String> tags) {

    public ProjectOrder {
        techEmails = TechEmails.normalize(techEmails);
        tags = Map.copyOf(tags);
    }
}

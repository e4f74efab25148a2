package io.github.aivenjunit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the project's event log.
 *
 * @param serviceName empty for an event of the project itself
 * @param time {@link Instant#EPOCH} when the API sent none
 */
public record ProjectEvent(
        String actor, String eventDesc, String eventType, String id, Optional<String> serviceName, Instant time) {

    public ProjectEvent {
        actor = Missing.text(actor);
        eventDesc = Missing.text(eventDesc);
        eventType = Missing.text(eventType);
        id = Missing.text(id);
        serviceName = Missing.optional(serviceName);
        time = Missing.time(time);
    }
}

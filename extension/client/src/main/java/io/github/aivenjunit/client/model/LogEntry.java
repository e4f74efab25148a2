package io.github.aivenjunit.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a service's log.
 *
 * @param unit the program that wrote it
 */
public record LogEntry(String msg, Optional<Instant> time, Optional<String> unit) {

    public LogEntry {
        msg = Missing.text(msg);
        time = Missing.optional(time);
        unit = Missing.optional(unit);
    }
}

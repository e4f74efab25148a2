package io.github.aivenjunit.emulator.internal.state;

import java.time.Instant;
import java.util.Optional;

/** An entry of a project's event log. */
public record Event(String id, Instant time, String type, String description, Optional<String> service) {}

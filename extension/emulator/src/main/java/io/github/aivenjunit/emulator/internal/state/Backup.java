package io.github.aivenjunit.emulator.internal.state;

import java.time.Instant;

/** A backup of a service. */
public record Backup(String name, Instant time, long size) {}

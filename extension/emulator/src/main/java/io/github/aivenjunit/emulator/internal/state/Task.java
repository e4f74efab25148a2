package io.github.aivenjunit.emulator.internal.state;

import java.time.Instant;

/** Something that a service was asked to do once, and what came of it. */
public record Task(String id, String type, Instant createTime, boolean success, String result) {}

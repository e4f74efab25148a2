package io.github.aivenjunit.engine.kafka.internal.registry;

import java.util.Optional;
import java.util.stream.Stream;

/** What a subject's next schema has to be compatible with. */
enum CompatibilityLevel {
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    FULL_TRANSITIVE,
    NONE;

    static Optional<CompatibilityLevel> of(String name) {
        return Stream.of(values()).filter(level -> level.name().equals(name)).findFirst();
    }

    /** Whether the new schema must read what the old one wrote. */
    boolean readsOld() {
        return name().startsWith("BACKWARD") || name().startsWith("FULL");
    }

    /** Whether the old schema must read what the new one writes. */
    boolean readByOld() {
        return name().startsWith("FORWARD") || name().startsWith("FULL");
    }

    /** Whether all versions count, not only the latest. */
    boolean isTransitive() {
        return name().endsWith("_TRANSITIVE");
    }
}

package io.github.aivenjunit.engine.kafka.internal.registry;

import java.util.ArrayList;
import java.util.List;

/** Whether a schema may follow others. */
final class Compatibility {

    private Compatibility() {}

    /** Why not; empty when it may. */
    static List<String> problems(CompatibilityLevel level, ParsedSchema candidate, ParsedSchema old) {
        List<String> problems = new ArrayList<>();
        if (level.readsOld()) {
            problems.addAll(candidate.problemsReading(old));
        }
        if (level.readByOld()) {
            problems.addAll(old.problemsReading(candidate));
        }
        return problems.stream().distinct().toList();
    }
}

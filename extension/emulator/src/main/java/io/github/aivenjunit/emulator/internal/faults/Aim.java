package io.github.aivenjunit.emulator.internal.faults;

import io.github.aivenjunit.emulator.fault.Target;
import java.util.Optional;

/** What a target can tell requests apart by. */
public record Aim(String method, String path, Optional<String> operationId, Optional<String> project) {

    boolean fits(Target target) {
        return matches(target.operationId(), operationId)
                && matches(target.project(), project)
                && target.request()
                        .map(pattern -> pattern.matcher(method + " " + path).matches())
                        .orElse(true);
    }

    private static boolean matches(Optional<String> wanted, Optional<String> actual) {
        return wanted.isEmpty() || wanted.equals(actual);
    }
}

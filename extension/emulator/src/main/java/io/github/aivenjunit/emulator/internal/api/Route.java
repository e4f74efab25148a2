package io.github.aivenjunit.emulator.internal.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of the API.
 *
 * @param template its segments; one in braces is a variable
 * @param needsToken false for the few operations that answer anybody
 */
record Route(String method, List<String> template, String operationId, boolean needsToken, Endpoint endpoint) {

    /** Carries out an operation; called with the platform's lock. */
    @FunctionalInterface
    interface Endpoint {
        Reply handle(Call call);
    }

    /** The variables, if the path has this shape. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != template.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String expected = template.get(i);
            if (expected.startsWith("{")) {
                variables.put(expected.substring(1, expected.length() - 1), path.get(i));
            } else if (!expected.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}

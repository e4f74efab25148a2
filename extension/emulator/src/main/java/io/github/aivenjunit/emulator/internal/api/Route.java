package io.github.aivenjunit.emulator.internal.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One operation of the API.
 *
 * @param template its segments; one in braces is a variable
 * @param needsToken false for the few operations that answer anybody
 */
record Route(
        String method,
        List<String> template,
        String operationId,
        boolean needsToken,
        Support support,
        Endpoint endpoint) {

    /** Carries out an operation; called with the platform's lock. */
    @FunctionalInterface
    interface Endpoint {
        Reply handle(Call call);
    }

    static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }

    /** The variables of a path that has this shape. */
    Map<String, String> variables(List<String> path) {
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String name = template.get(i);
            if (isVariable(name)) {
                variables.put(name.substring(1, name.length() - 1), path.get(i));
            }
        }
        return variables;
    }
}

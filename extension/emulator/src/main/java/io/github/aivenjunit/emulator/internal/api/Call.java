package io.github.aivenjunit.emulator.internal.api;

import io.github.aivenjunit.emulator.internal.input.Input;
import io.github.aivenjunit.emulator.internal.state.AccessToken;
import java.util.Map;
import java.util.Optional;

/**
 * A request that found its route.
 *
 * @param variables the decoded segments of the path by their names in the template
 * @param token empty when the operation answers anybody
 */
record Call(
        String operationId,
        Map<String, String> variables,
        Map<String, String> query,
        Input input,
        Optional<AccessToken> token) {

    /** The token of the request, which every operation has that needs one. */
    AccessToken caller() {
        return token.orElseThrow(() -> new IllegalStateException("The route of " + operationId + " needs no token."));
    }

    String path(String variable) {
        String value = variables.get(variable);
        if (value == null) {
            throw new IllegalStateException("The route of " + operationId + " has no variable " + variable + ".");
        }
        return value;
    }

    String project() {
        return path("project");
    }

    String service() {
        return path("service_name");
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }
}

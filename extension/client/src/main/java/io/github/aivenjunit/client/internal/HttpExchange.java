package io.github.aivenjunit.client.internal;

import java.util.Optional;

/**
 * One request.
 *
 * @param target the percent-encoded path with its query, below the endpoint
 * @param authorization the header of that name; never shown
 * @param json the body; never shown
 */
public record HttpExchange(String method, String target, Optional<String> authorization, Optional<String> json) {

    @Override
    public String toString() {
        return method + " " + target;
    }
}

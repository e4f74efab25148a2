package io.github.aivenjunit.platform;

import java.util.Optional;

/**
 * A request and what a stand-in answered. The bodies, which hold secrets, stay out of {@link #toString()}.
 *
 * @param path percent-encoded, without the query
 * @param query without the question mark, empty when there is none
 * @param userAgent the header of that name
 * @param status 0 when the connection was closed without an answer
 * @param contentType of the answer, empty when it has no body
 * @param injected whether the answer is a fault that a test asked for, so that it says nothing about the stand-in
 */
public record Exchange(
        String method,
        String path,
        String query,
        Optional<String> userAgent,
        String requestBody,
        int status,
        String contentType,
        String responseBody,
        boolean injected) {

    @Override
    public String toString() {
        return method + " " + path + " -> " + status;
    }
}

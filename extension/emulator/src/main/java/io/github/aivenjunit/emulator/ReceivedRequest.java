package io.github.aivenjunit.emulator;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that the emulator answered, or was told to leave unanswered.
 *
 * @param at when it was answered, on the emulator's clock
 * @param path percent-encoded, without the query
 * @param status 0 when the connection was closed without an answer
 * @param operationId the operation's id in the API's OpenAPI document, the same for both spellings of a path; empty for
 *     an unknown path
 */
public record ReceivedRequest(Instant at, String method, String path, int status, Optional<String> operationId) {}

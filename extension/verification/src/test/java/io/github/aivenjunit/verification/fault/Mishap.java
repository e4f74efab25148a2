package io.github.aivenjunit.verification.fault;

import io.github.aivenjunit.emulator.fault.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What can happen to a request between the client and the API. */
sealed interface Mishap {

    /** Nobody listens for a while, so that the client gets no connection. */
    record Refused(Duration outage) implements Mishap {}

    /** The connection is reset without an answer. */
    record Reset(Moment moment) implements Mishap {}

    /** Something answers in place of the API, or something else than the API did. */
    record Answered(Moment moment, Reply reply) implements Mishap {}

    /** The request waits, for less than the client is willing to. */
    record Stalled(Duration duration) implements Mishap {}

    /**
     * An answer.
     *
     * @param headers beside its length
     */
    record Reply(int status, Map<String, String> headers, String body) {}

    /** Everything that is tried at every request. */
    static List<Mishap> all() {
        return List.of(
                new Refused(Duration.ofMillis(200)),
                new Reset(Moment.BEFORE_COMMIT),
                new Reset(Moment.AFTER_COMMIT),
                new Answered(Moment.BEFORE_COMMIT, tooMany(Map.of("Retry-After", "0"))),
                new Answered(Moment.BEFORE_COMMIT, tooMany(Map.of("Retry-After", "1"))),
                tooManyWithoutDemand(),
                new Answered(Moment.BEFORE_COMMIT, error(500, "Internal server error")),
                new Answered(Moment.AFTER_COMMIT, error(500, "Internal server error")),
                new Answered(Moment.BEFORE_COMMIT, error(503, "An error occurred. Please try again later.")),
                new Answered(Moment.BEFORE_COMMIT, html()),
                new Answered(Moment.AFTER_COMMIT, html()),
                new Answered(Moment.BEFORE_COMMIT, new Reply(200, Map.of(), "")),
                new Answered(Moment.AFTER_COMMIT, new Reply(200, Map.of(), "")),
                new Stalled(Duration.ofMillis(300)));
    }

    /** The client waits about ten seconds after it. */
    static Mishap tooManyWithoutDemand() {
        return new Answered(Moment.BEFORE_COMMIT, tooMany(Map.of()));
    }

    /** The token may not do that. */
    static Mishap forbidden() {
        return new Answered(
                Moment.BEFORE_COMMIT, error(403, "You don't have permission to perform this action: ServiceDelete"));
    }

    private static Reply tooMany(Map<String, String> headers) {
        Reply plain = error(
                429,
                "The user has sent too many requests in a given amount of time: Rate limit 120 exceeded - try again in"
                        + " 28s");
        return new Reply(plain.status(), headers, plain.body());
    }

    private static Reply error(int status, String message) {
        return new Reply(
                status,
                Map.of(),
                "{\"errors\":[{\"message\":\"" + message + "\",\"status\":" + status + "}],\"message\":\"" + message
                        + "\"}");
    }

    private static Reply html() {
        return new Reply(
                408, Map.of("Content-Type", "text/html"), "<html><body><h1>408 Request Time-out</h1></body></html>");
    }
}

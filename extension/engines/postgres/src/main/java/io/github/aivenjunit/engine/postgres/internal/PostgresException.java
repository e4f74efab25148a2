package io.github.aivenjunit.engine.postgres.internal;

import java.io.IOException;

/** An error that the server answered, with its SQLSTATE. */
final class PostgresException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String severity;
    private final String state;

    PostgresException(String severity, String state, String message) {
        super(message);
        this.severity = severity;
        this.state = state;
    }

    /** Whether the server closes the session after this error. */
    boolean isFatal() {
        return severity.equals("FATAL") || severity.equals("PANIC");
    }

    /** Whether the server is not ready for sessions yet (57P03, cannot_connect_now). */
    boolean isStarting() {
        return state.equals("57P03");
    }
}

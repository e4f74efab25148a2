package io.github.aivenjunit.emulator.internal;

import java.util.Optional;

/** An answer of the API that says no. Carries no stack trace: it is part of the normal course. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String errorCode;

    private Refusal(int status, String errorCode, String message) {
        super(message, null, false, false);
        this.status = status;
        this.errorCode = errorCode;
    }

    public static Refusal of(int status, String message) {
        return new Refusal(status, "", message);
    }

    public static Refusal of(int status, String errorCode, String message) {
        return new Refusal(status, errorCode, message);
    }

    /** What the API says when a request does not fit its schema. */
    public static Refusal invalidInput(String problem) {
        return of(400, "Invalid input: " + problem);
    }

    public int status() {
        return status;
    }

    public Optional<String> errorCode() {
        return errorCode.isEmpty() ? Optional.empty() : Optional.of(errorCode);
    }

    /** The text of the refusal; never null, unlike {@link #getMessage()} in general. */
    public String text() {
        return String.valueOf(getMessage());
    }
}

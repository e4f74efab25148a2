package io.github.aivenjunit.spec;

/** A project or service is declared in a way that cannot work. The message names the attribute and the fix. */
public final class InvalidSpecException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSpecException(String message) {
        super(message);
    }

    public InvalidSpecException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.github.aivenjunit.resource;

/** Something inside a service could not be created; the message names it, the reason and what to change. */
public final class ResourceFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ResourceFailedException(String message) {
        super(message);
    }

    public ResourceFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.github.aivenjunit.readiness;

/**
 * A service did not become usable: its time ran out, or it is in a state that waiting does not change. The message
 * holds the last state, the elapsed time, recent events and where to look.
 */
public final class ServiceNotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServiceNotReadyException(String message) {
        super(message);
    }

    public ServiceNotReadyException(String message, Throwable cause) {
        super(message, cause);
    }
}

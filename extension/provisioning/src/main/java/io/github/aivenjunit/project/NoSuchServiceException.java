package io.github.aivenjunit.project;

/** A test asks for a service that its project does not have, or not only once. The message says what there is. */
public final class NoSuchServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchServiceException(String message) {
        super(message);
    }
}

package io.github.aivenjunit.engine.kafka.internal.registry;

/** A text is no schema of its kind. */
final class InvalidSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidSchemaException(String message) {
        super(message);
    }

    InvalidSchemaException(RuntimeException cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}

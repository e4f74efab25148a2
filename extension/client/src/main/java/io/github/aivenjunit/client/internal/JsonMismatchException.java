package io.github.aivenjunit.client.internal;

/**
 * A text is not the JSON that is needed. The message says what and where, and has no cause: the library's own exceptions
 * quote the text, which can be a secret.
 */
public final class JsonMismatchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JsonMismatchException(String message) {
        super(message);
    }
}

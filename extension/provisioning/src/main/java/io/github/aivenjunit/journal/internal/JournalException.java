package io.github.aivenjunit.journal.internal;

/** The journal cannot be written, so nothing may be created. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}

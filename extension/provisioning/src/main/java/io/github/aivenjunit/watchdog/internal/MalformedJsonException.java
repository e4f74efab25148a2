package io.github.aivenjunit.watchdog.internal;

import java.io.IOException;

/** The answer is not the JSON that was expected. */
final class MalformedJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }
}

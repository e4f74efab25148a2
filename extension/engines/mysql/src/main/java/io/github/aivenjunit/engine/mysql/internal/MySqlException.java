package io.github.aivenjunit.engine.mysql.internal;

import java.io.IOException;

/** An error that the server answered. */
final class MySqlException extends IOException {

    private static final long serialVersionUID = 1L;

    MySqlException(String message) {
        super(message);
    }
}

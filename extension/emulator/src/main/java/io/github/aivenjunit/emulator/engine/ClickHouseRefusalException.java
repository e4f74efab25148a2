package io.github.aivenjunit.emulator.engine;

import java.io.IOException;

/** A ClickHouse server refused a statement. The message is the server's own. */
public final class ClickHouseRefusalException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message the server's reason
     */
    public ClickHouseRefusalException(String message) {
        super(message);
    }
}

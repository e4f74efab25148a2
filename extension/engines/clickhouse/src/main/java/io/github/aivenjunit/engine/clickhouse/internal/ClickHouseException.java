package io.github.aivenjunit.engine.clickhouse.internal;

import java.io.IOException;

/** An error that the server answered. */
final class ClickHouseException extends IOException {

    private static final long serialVersionUID = 1L;

    ClickHouseException(String message) {
        super(message);
    }
}

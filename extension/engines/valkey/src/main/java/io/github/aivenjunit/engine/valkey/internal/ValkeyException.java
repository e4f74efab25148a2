package io.github.aivenjunit.engine.valkey.internal;

import java.io.IOException;

/** An error that the server answered. */
final class ValkeyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean loading;

    ValkeyException(String message) {
        super(message);
        this.loading = message.startsWith("LOADING ");
    }

    /** Whether the server is still reading its data from the disk. */
    boolean isLoading() {
        return loading;
    }
}

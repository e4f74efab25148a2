package io.github.aivenjunit.client.internal;

import java.io.IOException;

/** No complete answer. The cause is what the network said. */
public final class ExchangeFailedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean perhapsSent;

    ExchangeFailedException(IOException cause, boolean perhapsSent) {
        super(cause);
        this.perhapsSent = perhapsSent;
    }

    /** What the network said. */
    public IOException reason() {
        return getCause() instanceof IOException reason ? reason : this;
    }

    /** Whether the request was on its way, so that the other side may have acted on it. */
    public boolean perhapsSent() {
        return perhapsSent;
    }
}

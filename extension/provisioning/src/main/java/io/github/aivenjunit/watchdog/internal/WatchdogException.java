package io.github.aivenjunit.watchdog.internal;

/** No watchdog runs although one is required, so nothing may be created. */
public final class WatchdogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WatchdogException(String message) {
        super(message);
    }
}

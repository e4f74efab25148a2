package io.github.aivenjunit.readiness.internal;

import java.time.Duration;
import java.util.Optional;

/** Shows a person at a terminal what is waited for, between the lines of the log. Thread-safe. */
public interface WaitDisplay {

    /** How often it wants to hear; empty when it shows nothing. */
    Optional<Duration> interval();

    /** How the wait stands. */
    void show(String service, String state);

    /** The wait has ended. */
    void done(String service);

    /** Nobody looks. */
    static WaitDisplay none() {
        return new WaitDisplay() {
            @Override
            public Optional<Duration> interval() {
                return Optional.empty();
            }

            @Override
            public void show(String service, String state) {}

            @Override
            public void done(String service) {}
        };
    }
}

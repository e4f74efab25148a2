package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.util.List;

/**
 * One server behind one service. Thread-safe.
 *
 * <p>Whatever ends the JVM, the server's processes and directories end with it.
 */
public interface EngineInstance extends AutoCloseable {

    /** Where the server listens or will listen. */
    List<EngineEndpoint> endpoints();

    /**
     * Starts the server and returns once it accepts sessions. After {@link #powerOff()} it comes back on the same
     * addresses with what the service keeps over a power cycle.
     *
     * @throws IOException if the server does not start; the message holds the end of its log
     * @throws InterruptedException if the waiting thread was interrupted; the server is stopped
     */
    void powerOn() throws IOException, InterruptedException;

    /** Stops the server and keeps what the service keeps over a power cycle. Idempotent. */
    void powerOff();

    /**
     * Whether a new instance with the same home has the data, the users and the databases of this one. False, the
     * default, when it begins empty.
     */
    default boolean remembers() {
        return false;
    }

    /** Stops the server and removes everything it stored, except for what is in its home. Idempotent. */
    @Override
    void close();
}

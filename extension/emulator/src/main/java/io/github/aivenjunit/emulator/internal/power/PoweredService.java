package io.github.aivenjunit.emulator.internal.power;

import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.engine.ServerHome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands behind one service: a server, or addresses on which nothing listens. Thread-safe. */
public interface PoweredService extends AutoCloseable {

    /**
     * Addresses of the given components, the same on every call. A server has its own components and ignores what else
     * is asked for.
     */
    List<EngineEndpoint> endpoints(Set<String> components);

    /** Starts the server in the background and then tells the owner. */
    void powerOn(Owner owner);

    /** Stops the server in the background, also one that is still starting. */
    void powerOff();

    /** The server, if there is one that can do this. */
    <S extends EngineInstance> Optional<S> server(Class<S> kind);

    /** Where its data and ports outlive the emulator; empty when they do not. */
    default Optional<ServerHome> home() {
        return Optional.empty();
    }

    /** Ends the server in the background, but keeps what is in its home. Idempotent. */
    default void release() {
        close();
    }

    /** Ends the server in the background, and removes all that it stored. Idempotent. */
    @Override
    void close();

    /** Whether it was closed and nothing of it is left. */
    boolean isGone();

    /** Waits until a closed server is gone, and says whether it is. */
    boolean awaitGone(Duration limit) throws InterruptedException;

    /** Who wants to know what became of a start. */
    interface Owner {

        /** The server accepts sessions. Called on the server's own thread, which may be kept for a while. */
        void accepting() throws InterruptedException;

        /** The server did not start. */
        void failed(Throwable cause);
    }
}

package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.internal.power.PoweredService;
import java.io.IOException;
import java.util.Optional;

/**
 * A change that the control plane makes to a real server of a kind. A service without such a server needs none.
 *
 * @param kind what the server must be able to do
 * @param action the change
 */
public record ServerChange<S extends EngineInstance>(Class<S> kind, Action<S> action) {

    /** The change itself. */
    @FunctionalInterface
    public interface Action<S> {
        void applyTo(S server) throws IOException;
    }

    /** Whether there is something to change. */
    public boolean concerns(PoweredService power) {
        return power.server(kind).isPresent();
    }

    public void applyTo(PoweredService power) throws IOException {
        Optional<S> server = power.server(kind);
        if (server.isPresent()) {
            action.applyTo(server.get());
        }
    }
}

package io.github.aivenjunit.emulator.internal.state;

import io.github.aivenjunit.emulator.engine.DatabaseServer;
import java.io.IOException;

/** A change that the control plane makes to a real server. */
@FunctionalInterface
public interface ServerChange {

    void applyTo(DatabaseServer server) throws IOException;
}

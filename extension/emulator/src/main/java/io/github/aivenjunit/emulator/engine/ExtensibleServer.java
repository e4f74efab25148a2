package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.util.List;

/** A server whose databases can be extended. */
public interface ExtensibleServer extends EngineInstance {

    /** What the service's users can create in the databases that they own, in the order of the names. */
    List<ServerExtension> extensions() throws IOException;
}

package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.util.List;

/** A server with databases and password users, managed through the control plane as well as by its clients. */
public interface DatabaseServer extends UserServer {

    /** The databases that a client of the service may see, without the server's own. */
    List<String> databases() throws IOException;

    void createDatabase(String name) throws IOException;

    void dropDatabase(String name) throws IOException;
}

package io.github.aivenjunit.emulator.engine;

import java.io.IOException;

/** A server with password users, managed through the control plane. */
public interface UserServer extends EngineInstance {

    void createUser(Credentials user) throws IOException;

    void changePassword(Credentials user) throws IOException;

    void dropUser(String username) throws IOException;
}

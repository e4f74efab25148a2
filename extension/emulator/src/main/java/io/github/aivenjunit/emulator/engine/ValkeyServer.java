package io.github.aivenjunit.emulator.engine;

import java.io.IOException;

/**
 * A Valkey server, whose users differ in what they may do. {@link #createUser(Credentials)} makes a user that may do
 * everything that the service's first user may.
 *
 * <p>Every method on users throws an {@link IOException} with the server's reason: the user exists already or does not
 * exist, a rule names an unknown command, the service is powered off.
 */
public interface ValkeyServer extends UserServer {

    void createUser(Credentials user, ValkeyAccess access) throws IOException;

    /** Replaces what a user may do; sessions that are open feel it too. The password stays. */
    void changeAccess(String username, ValkeyAccess access) throws IOException;
}

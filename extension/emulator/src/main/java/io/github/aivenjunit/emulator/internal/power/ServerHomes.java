package io.github.aivenjunit.emulator.internal.power;

import io.github.aivenjunit.emulator.engine.ServerHome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** The homes of all services below one directory. Their paths are short, because a socket's may not be long. */
public final class ServerHomes {

    /** 104 bytes is the least that systems allow for a socket's path; the rest is for names below this directory. */
    private static final int LONGEST = 104 - 40;

    private final Path directory;

    /**
     * Homes in the directory.
     *
     * @throws IllegalArgumentException if its path is too long for a server's socket
     */
    public ServerHomes(Path directory) {
        int length = directory.toString().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST) {
            throw new IllegalArgumentException("The directory " + directory
                    + " is too long for a server's socket. Choose" + " one of at most " + LONGEST + " bytes.");
        }
        this.directory = directory;
    }

    ServerHome create() {
        return of(UUID.randomUUID().toString().substring(0, 8));
    }

    ServerHome of(String name) {
        return new ServerHome(directory.resolve(name));
    }
}

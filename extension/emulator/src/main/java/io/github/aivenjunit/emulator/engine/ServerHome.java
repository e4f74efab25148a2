package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * A place on disk in which a server's data and its ports outlive the emulator. It belongs to one service; whoever gave
 * it removes it when the service is deleted, an engine never does. Not thread-safe.
 */
public final class ServerHome {

    private final Path directory;

    /** A home in that directory, which is created when it is needed. */
    public ServerHome(Path directory) {
        this.directory = directory;
    }

    /** What tells it from the homes of other services. */
    public String name() {
        return String.valueOf(directory.getFileName());
    }

    /** The directory that a server gets from {@link NativeHost#newServer(String, String, EngineRequest)}. */
    public Path serverDirectory() {
        return directory.resolve("server");
    }

    /** What was made up for this home once, and made up now the first time. */
    public String remembered(String name, Supplier<String> first) throws IOException {
        Path file = directory.resolve(name);
        if (Files.exists(file)) {
            return Files.readString(file);
        }
        Files.createDirectories(directory);
        return Files.readString(Files.writeString(file, first.get()));
    }

    /** The port that was this service's last time if it is free, else another, which is then remembered. */
    public ReservedPort port(String use) throws IOException {
        Properties ports = new Properties();
        Path file = directory.resolve("ports");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                ports.load(reader);
            }
        }
        ReservedPort port = ReservedPort.reserve(Integer.parseInt(ports.getProperty(use, "0")));
        ports.setProperty(use, Integer.toString(port.number()));
        Files.createDirectories(directory);
        try (Writer writer = Files.newBufferedWriter(file)) {
            ports.store(writer, null);
        }
        return port;
    }

    /** Removes what a server stored; the ports stay. */
    public void clear() throws IOException {
        if (Files.exists(serverDirectory())) {
            new FileTree(serverDirectory()).delete();
        }
    }

    /** Removes everything. */
    public void delete() throws IOException {
        if (Files.exists(directory)) {
            new FileTree(directory).delete();
        }
    }

    @Override
    public String toString() {
        return "ServerHome[" + directory + "]";
    }
}

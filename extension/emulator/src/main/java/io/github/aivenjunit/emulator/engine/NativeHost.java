package io.github.aivenjunit.emulator.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * This machine as a place for native servers: which user they run as, where their data lies, what is cached for them.
 * Thread-safe; an engine keeps one. Nothing happens before the first use.
 *
 * <p>Two system properties choose other places: {@code aiven.emulator.dataDirectory} (default: {@code /dev/shm} while it
 * has 256 MB free, else the temporary directory) and {@code aiven.emulator.cacheDirectory} (default: {@code aiven-junit}
 * in XDG_CACHE_HOME or {@code ~/.cache}, else a directory of the user's own in the temporary directory).
 */
public final class NativeHost {

    private final Optional<Path> dataDirectory;
    private final Optional<Path> cacheDirectory;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ServerUser user;
    private @Nullable MachineCache cache;
    private @Nullable ServerDirectories directories;

    /** Uses the places that the system properties name, or the defaults. */
    public NativeHost() {
        this.dataDirectory = property(ServerDirectories.PROPERTY);
        this.cacheDirectory = property(MachineCache.PROPERTY);
    }

    /** Uses the given directories, which are created when they are needed. */
    public NativeHost(Path dataDirectory, Path cacheDirectory) {
        this.dataDirectory = Optional.of(dataDirectory);
        this.cacheDirectory = Optional.of(cacheDirectory);
    }

    /** Why no native server can run on this machine, as a sentence; empty when they can. */
    public Optional<String> objection() {
        if (File.separatorChar != '/' || !Files.isExecutable(Path.of("/bin/sh"))) {
            return Optional.of("Native servers need a POSIX system with /bin/sh; run the tests on Linux or macOS.");
        }
        try {
            return user().objection();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("The check for native servers was interrupted; run the tests again.");
        }
    }

    /**
     * A directory that is made once per machine and user, and then shared by all JVMs. It must not be changed.
     *
     * @param key a file name that changes with everything the content depends on
     * @throws IOException if the content cannot be made or stored
     * @throws InterruptedException if the calling thread was interrupted, perhaps while another JVM made the content
     */
    public Path cached(String key, CacheFiller filler) throws IOException, InterruptedException {
        return cache().entry(key, filler);
    }

    /**
     * Creates a directory for a server and puts the watch over it. The first call also removes what killed JVMs left
     * behind.
     *
     * @param kind a few letters for the directory's name, for example {@code pg}
     * @param lastSignal the name, without {@code SIG}, of the signal that ends the server at once; the server must set
     *     its own handler for it
     * @throws IOException if the directory cannot be made, or {@link #objection()} is not empty
     */
    public NativeServer newServer(String kind, String lastSignal) throws IOException, InterruptedException {
        Optional<String> objection = objection();
        if (objection.isPresent()) {
            throw new IOException(objection.get());
        }
        return NativeServer.prepare(directories().choose(kind), user(), lastSignal);
    }

    /**
     * The same with the directory of a home, which stays when the server ends: with what an earlier server left there,
     * of which nothing runs any more.
     */
    private NativeServer newServer(String lastSignal, ServerHome home) throws IOException, InterruptedException {
        Optional<String> objection = objection();
        if (objection.isPresent()) {
            throw new IOException(objection.get());
        }
        return NativeServer.prepareHome(home.serverDirectory(), user(), lastSignal);
    }

    /** The one or the other, as the request says. */
    public NativeServer newServer(String kind, String lastSignal, EngineRequest request)
            throws IOException, InterruptedException {
        return request.home().isPresent() ? newServer(lastSignal, request.home().get()) : newServer(kind, lastSignal);
    }

    private ServerUser user() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (user == null) {
                user = ServerUser.detect();
            }
            return user;
        } finally {
            lock.unlock();
        }
    }

    private MachineCache cache() throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (cache == null) {
                cache = MachineCache.open(
                        cacheDirectory, System.getenv(), user().owner().isPresent());
            }
            return cache;
        } finally {
            lock.unlock();
        }
    }

    private ServerDirectories directories() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (directories == null) {
                directories = new ServerDirectories(dataDirectory);
                directories.sweep();
            }
            return directories;
        } finally {
            lock.unlock();
        }
    }

    private static Optional<Path> property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }
}

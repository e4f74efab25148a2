package io.github.aivenjunit.share.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The directory, beside the journals, with a file for each shared project, and the lock under which sessions come and go.
 * Only its owner can read it. Safe for many JVMs at once. Immutable.
 *
 * @param directory where it is; made when somebody shares for the first time
 */
record RunDirectory(Path directory) {

    private static final String SUFFIX = ".platform";

    /** Never deleted: a lock on a file that somebody else has deleted keeps nobody out. */
    private static final String LOCK = "lock";

    /** The system's lock is between processes, and a process may open the file only once at a time. */
    private static final ReentrantLock WITHIN_THIS_PROCESS = new ReentrantLock();

    static RunDirectory beside(Path journals) {
        return new RunDirectory(journals.resolve("shared"));
    }

    /** Whether anybody has ever shared anything. */
    boolean isUsed() {
        return Files.exists(directory.resolve(LOCK));
    }

    /**
     * Does something while no other session does.
     *
     * @throws UncheckedIOException if the lock cannot be had; nothing was done
     */
    <T> T inTurn(Supplier<T> work) {
        WITHIN_THIS_PROCESS.lock();
        try (FileChannel channel = open();
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            WITHIN_THIS_PROCESS.unlock();
        }
    }

    private FileChannel open() throws IOException {
        Files.createDirectories(directory, ownerOnly("rwx------"));
        return FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** What is known of a project; only {@link #inTurn}. */
    Optional<Platform> find(String key) {
        return read(file(key));
    }

    /** Everything that is known; only {@link #inTurn}. */
    Map<String, Platform> all() {
        Map<String, Platform> found = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .forEach(key -> find(key).ifPresent(platform -> found.put(key, platform)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Notes it in one step, so that a death leaves the old or the new; only {@link #inTurn}. */
    void put(String key, Platform platform) {
        Path fresh = directory.resolve(key + ".new");
        try {
            Files.writeString(fresh, platform.line());
            Files.move(fresh, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only {@link #inTurn}. */
    void remove(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String key) {
        return directory.resolve(key + SUFFIX);
    }

    private static Optional<Platform> read(Path file) {
        try {
            return Platform.read(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

package io.github.aivenjunit.emulator.internal.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/*
 * A snapshot after every write, put in place by a rename, is the simplest form that a kill cannot tear: there is no log
 * to cut, to replay against real servers or to compact. It is paid with a file's worth of writing per write, which for
 * the tens of services that one machine can run is a few milliseconds.
 */
/**
 * A directory that holds the latest snapshot and the servers' data, for one process at a time. The files hold secrets
 * and are their owner's alone. Not thread-safe.
 */
public final class StateDirectory implements AutoCloseable {

    private static final int VERSION = 1;
    private static final String FILE = "state.json";

    private final JsonMapper mapper = new JsonMapper();
    private final Path directory;
    private final FileChannel lockChannel;

    private StateDirectory(Path directory, FileChannel lockChannel) {
        this.directory = directory;
        this.lockChannel = lockChannel;
    }

    /**
     * Takes a directory, which is created if it is missing.
     *
     * @throws IOException if another process has it, or it cannot be written
     */
    public static StateDirectory open(Path chosen) throws IOException {
        Path directory = chosen.toAbsolutePath().normalize();
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        FileChannel channel = FileChannel.open(
                directory.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new IOException(
                    "Another emulator uses the state in " + directory + ". Stop it, or choose another directory.");
        }
        return new StateDirectory(directory, channel);
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ourOwn) {
            return null;
        }
    }

    public Path path() {
        return directory;
    }

    /**
     * What was written last, empty for a new directory.
     *
     * @throws IOException if it cannot be read, or a newer version wrote it
     */
    public Optional<ObjectNode> read() throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode json = mapper.readTree(file.toFile());
        int version = json.path("version").asInt();
        if (version > VERSION) {
            throw new IOException("The state in " + directory + " has version " + version
                    + ", and this emulator reads up to version " + VERSION
                    + ". Use a newer emulator, or choose another directory.");
        }
        if (!(json instanceof ObjectNode object) || version < 1) {
            throw new IOException(file + " is not the state of an emulator. Choose another directory.");
        }
        return Optional.of(object);
    }

    /** Puts this in the place of what was written last; after a kill one of the two is there, whole. */
    public void write(ObjectNode content) throws IOException {
        content.put("version", VERSION);
        Path fresh = directory.resolve(FILE + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(mapper.writeValueAsBytes(content));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel entries = FileChannel.open(directory)) {
            entries.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        lockChannel.close();
    }
}

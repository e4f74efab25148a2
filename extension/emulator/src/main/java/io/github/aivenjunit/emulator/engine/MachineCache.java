package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is made once per machine and user and never changes afterwards: unpacked programs, prepared data directories.
 * Safe for any number of threads and JVMs: an entry is made under a lock and appears at once or not at all.
 */
final class MachineCache {

    /** Names another place for the cache. */
    static final String PROPERTY = "aiven.emulator.cacheDirectory";

    private static final Logger logger = LoggerFactory.getLogger(MachineCache.class);
    /** File locks are held by a whole JVM, so its threads need one of their own; across instances, hence static. */
    private static final ReentrantLock FILLING = new ReentrantLock();

    private final Path root;

    private MachineCache(Path root) {
        this.root = root;
    }

    /**
     * Opens the cache in the first of these that this user can write and, where servers run as somebody else, that
     * everybody can read: the chosen directory, {@code aiven-junit} in XDG_CACHE_HOME or {@code ~/.cache}, a directory
     * of the user's own in the temporary directory.
     */
    static MachineCache open(Optional<Path> chosen, Map<String, String> environment, boolean forEverybody)
            throws IOException {
        if (chosen.isPresent()) {
            return new MachineCache(Files.createDirectories(chosen.get().toAbsolutePath()));
        }
        Path home = Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("aiven-junit");
        try {
            Files.createDirectories(home);
            if (Files.isWritable(home) && (!forEverybody || isOpenToEverybody(home))) {
                return new MachineCache(home);
            }
        } catch (IOException notWritable) {
            logger.debug("No cache in {}: {}", home, notWritable.toString());
        }
        return new MachineCache(inTemporaryDirectory());
    }

    /** The entry of that name, made by the filler if it does not exist yet. */
    Path entry(String key, CacheFiller filler) throws IOException, InterruptedException {
        Path entry = root.resolve(key);
        if (Files.isDirectory(entry)) {
            return entry;
        }
        FILLING.lockInterruptibly();
        try (FileChannel channel = FileChannel.open(
                        root.resolve(key + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (!Files.isDirectory(entry)) {
                if (lock != null) {
                    removeUnfinished(key);
                }
                fill(entry, filler);
            }
            return entry;
        } finally {
            FILLING.unlock();
        }
    }

    private void fill(Path entry, CacheFiller filler) throws IOException, InterruptedException {
        Path unfinished = Files.createTempDirectory(root, entry.getFileName() + ".part-");
        try {
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            filler.fill(unfinished);
            Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failure) {
            if (!Files.isDirectory(entry)) {
                throw failure;
            }
            logger.debug("{} was made by another JVM at the same time", entry);
        } finally {
            new FileTree(unfinished).delete();
        }
    }

    private void removeUnfinished(String key) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(root, key + ".part-*")) {
            for (Path leftover : leftovers) {
                new FileTree(leftover).delete();
            }
        }
    }

    /** Null when a copy of this class from another class loader holds the lock: then both fill, and one wins. */
    private static @Nullable FileLock lock(FileChannel channel) throws IOException, InterruptedException {
        try {
            return channel.lock();
        } catch (OverlappingFileLockException otherClassLoader) {
            return null;
        } catch (FileLockInterruptionException interrupted) {
            // The channel has set the flag; the exception replaces it.
            Thread.interrupted();
            throw new InterruptedException("interrupted while another JVM filled the cache");
        }
    }

    private static Path inTemporaryDirectory() throws IOException {
        Path directory = Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "aiven-junit-cache-" + System.getProperty("user.name").replaceAll("[^A-Za-z0-9_.-]", "_"))
                .toAbsolutePath();
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(directory);
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path probe = Files.createTempFile("aiven-junit-", ".probe");
        try {
            // Anybody can create this name first, and programs are started from it.
            if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                    || !Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(probe))
                    || Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new IOException(directory + " belongs to another user or is open to all. Remove it, or set -D"
                        + PROPERTY + " to a directory of your own.");
            }
        } finally {
            Files.delete(probe);
        }
        return directory;
    }

    private static boolean isOpenToEverybody(Path directory) throws IOException {
        for (Path part = directory.toRealPath(); part != null; part = part.getParent()) {
            if (!Files.getPosixFilePermissions(part).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}

package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock on a file in a server's directory, held while the JVM lives that the directory belongs to. The system drops it
 * with the process, so a free lock proves that the directory is a leftover.
 */
final class DirectoryLease implements AutoCloseable {

    private static final String FILE = "lease";

    private final FileChannel channel;

    private DirectoryLease(FileChannel channel) {
        this.channel = channel;
    }

    /** Locks a directory that was just created. */
    static DirectoryLease take(Path directory) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException("Another JVM took " + directory + " for a leftover. Start the service again.");
        }
        return new DirectoryLease(channel);
    }

    /** Locks a directory that an earlier JVM may have used. */
    static DirectoryLease takeAgain(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(FILE));
        return take(directory);
    }

    /** Whether the directory's lock exists and nobody holds it. Never ask about a directory of this JVM. */
    static boolean isFree(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // The system drops the lock with the process at the latest.
        }
    }
}

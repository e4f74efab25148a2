package io.github.aivenjunit.journal.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says that the session of a journal lives. The system gives it up with the process, whatever ended that. It is on a
 * file of its own, because on POSIX systems closing any channel of a file gives up every lock that the process has on it,
 * and a journal is read by many.
 */
final class JournalLock {

    private static final String SUFFIX = ".lock";

    /** For the same reason nobody in this JVM may open a lock file that this JVM holds: the system sees one owner. */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private JournalLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock of a journal; empty when somebody else has it. */
    static Optional<JournalLock> take(Path journal) throws IOException {
        Path file = journal.resolveSibling(journal.getFileName() + SUFFIX);
        Path key = file.toAbsolutePath().normalize();
        if (!HELD_BY_THIS_PROCESS.add(key)) {
            return Optional.empty();
        }
        Optional<JournalLock> taken = Optional.empty();
        try {
            taken = lock(key);
        } finally {
            if (taken.isEmpty()) {
                HELD_BY_THIS_PROCESS.remove(key);
            }
        }
        return taken;
    }

    private static Optional<JournalLock> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new JournalLock(file, channel, lock));
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    /** Whether somebody has the lock of a journal: another process, or this one. */
    static boolean isHeld(Path journal) throws IOException {
        Path file = journal.resolveSibling(journal.getFileName() + SUFFIX)
                .toAbsolutePath()
                .normalize();
        // One look at a time, so that no look takes another for a holder.
        synchronized (HELD_BY_THIS_PROCESS) {
            if (!HELD_BY_THIS_PROCESS.add(file)) {
                return true;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                // A shared lock, so that two processes that look do not see each other.
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
                if (lock == null) {
                    return true;
                }
                lock.release();
                return false;
            } catch (NoSuchFileException e) {
                return false;
            } finally {
                HELD_BY_THIS_PROCESS.remove(file);
            }
        }
    }

    /** Gives the lock up; its file goes too when the journal is gone. */
    void release(boolean journalIsGone) throws IOException {
        try {
            if (journalIsGone) {
                Files.deleteIfExists(file);
            }
            lock.release();
        } finally {
            channel.close();
            HELD_BY_THIS_PROCESS.remove(file);
        }
    }
}

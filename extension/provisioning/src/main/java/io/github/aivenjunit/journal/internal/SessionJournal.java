package io.github.aivenjunit.journal.internal;

import io.github.aivenjunit.lease.internal.LeaseEnding;
import io.github.aivenjunit.lease.internal.LeaseLog;
import io.github.aivenjunit.lease.internal.LeaseNotice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A journal file in the hands of the one who holds its lock: the session that made it, or whoever finishes the work of a
 * dead one. Every line is on the disk before its method returns. Thread-safe.
 */
public final class SessionJournal implements LeaseLog, AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(SessionJournal.class);

    private final Path file;
    private final JournalLock lock;
    private final FileChannel channel;
    private final Set<Long> open = new HashSet<>();
    private boolean closed;

    SessionJournal(Path file, JournalLock lock, FileChannel channel, Set<Long> open) {
        this.file = file;
        this.lock = lock;
        this.channel = channel;
        this.open.addAll(open);
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    @Override
    public synchronized void acquired(LeaseNotice lease) {
        write(new JournalEntry.Acquired(lease));
        open.add(lease.id());
    }

    @Override
    public synchronized void covered(long lease, String service) {
        write(new JournalEntry.Covered(lease, service));
    }

    @Override
    public synchronized void renewed(long lease, Instant expires) {
        try {
            write(new JournalEntry.Renewed(lease, expires));
        } catch (JournalException e) {
            logger.warn("{}", e.getMessage());
        }
    }

    @Override
    public synchronized void released(long lease, LeaseEnding ending) {
        open.remove(lease);
        try {
            // Without this line the next session looks once more, and finds nothing, unless something was kept.
            append(new JournalEntry.Released(lease, ending), ending != LeaseEnding.DELETED);
        } catch (JournalException e) {
            logger.warn("{}", e.getMessage());
        }
    }

    synchronized void write(JournalEntry entry) {
        append(entry, true);
    }

    private void append(JournalEntry entry, boolean forced) {
        byte[] line = (JournalLine.write(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            long end = channel.size();
            try {
                append(end, ByteBuffer.wrap(line));
                if (forced) {
                    channel.force(false);
                }
            } catch (IOException e) {
                // A line that a full disk has torn would swallow the next one.
                channel.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            throw new JournalException(
                    "The journal " + file + " cannot be written: " + e.getMessage() + ". Make room for it, or set"
                            + " aiven.journal to another directory.",
                    e);
        }
    }

    private void append(long end, ByteBuffer bytes) throws IOException {
        long position = end;
        while (bytes.hasRemaining()) {
            position += channel.write(bytes, position);
        }
    }

    /** Gives up the lock. The file goes when no lease is left in it, and is the next session's work otherwise. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            channel.close();
            if (open.isEmpty()) {
                Files.deleteIfExists(file);
            }
            lock.release(open.isEmpty());
        } catch (IOException e) {
            logger.warn("The journal {} could not be closed: {}. Delete it when it is old.", file, e.getMessage());
        }
    }
}

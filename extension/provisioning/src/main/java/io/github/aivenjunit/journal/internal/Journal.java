package io.github.aivenjunit.journal.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of the journal files. Safe for many JVMs at once. Immutable.
 *
 * @param directory where they are; made when it is needed
 * @param clock tells when a session began
 */
public record Journal(Path directory, Clock clock) {

    private static final Logger logger = LoggerFactory.getLogger(Journal.class);
    private static final String SUFFIX = ".journal";

    /**
     * Starts the file of a session.
     *
     * @param name unique among all sessions that share the directory
     * @throws JournalException if it cannot be written
     */
    public SessionJournal open(String name, URI endpoint, String run, String owner) {
        Path file = directory.resolve(name + SUFFIX);
        try {
            Files.createDirectories(directory);
            JournalLock lock = JournalLock.take(file)
                    .orElseThrow(() -> new IOException("another session has a journal of this name"));
            SessionJournal journal = new SessionJournal(file, lock, channel(file), Set.of());
            journal.write(new JournalEntry.Opened(
                    endpoint,
                    run,
                    owner,
                    ProcessHandle.current().pid(),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            forceDirectory();
            return journal;
        } catch (IOException e) {
            throw new JournalException(
                    "The journal " + file + " cannot be written: " + e.getMessage()
                            + ". Make the directory writable, or" + " set aiven.journal to another one.",
                    e);
        }
    }

    /** What every journal says, of the dead and of the living. Files that cannot be read are reported and left alone. */
    public List<JournalContents> all() {
        return files().stream().map(Journal::read).flatMap(Optional::stream).toList();
    }

    /** Whether the session of a journal lives, or somebody finishes its work. What cannot be told counts as alive. */
    public boolean isHeld(Path file) {
        try {
            return JournalLock.isHeld(file);
        } catch (IOException e) {
            logger.warn("The lock of the journal {} cannot be read: {}. Make it readable.", file, e.getMessage());
            return true;
        }
    }

    /** What a journal says now; empty when it is gone or cannot be read. */
    public Optional<JournalContents> contents(Path file) {
        return read(file);
    }

    /** Takes over the journal of a session that has died; empty when it lives, or somebody else was faster. */
    public Optional<DeadJournal> takeOver(Path file) {
        try {
            Optional<JournalLock> lock = JournalLock.take(file);
            if (lock.isEmpty()) {
                return Optional.empty();
            }
            Optional<DeadJournal> dead = Optional.empty();
            try {
                dead = takeOver(file, lock.get());
            } finally {
                if (dead.isEmpty()) {
                    lock.get().release(!Files.exists(file));
                }
            }
            return dead;
        } catch (IOException e) {
            logger.warn(
                    "The journal {} cannot be taken over: {}. Make it readable and writable.", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<DeadJournal> takeOver(Path file, JournalLock lock) throws IOException {
        // What was read before the lock was taken may be old, or finished by somebody else.
        Optional<JournalContents> contents = read(file);
        if (contents.isEmpty()) {
            return Optional.empty();
        }
        Set<Long> open =
                contents.get().open().stream().map(lease -> lease.lease().id()).collect(Collectors.toSet());
        FileChannel channel = channel(file);
        try {
            endTornLine(file, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return Optional.of(new DeadJournal(contents.get(), new SessionJournal(file, lock, channel, open)));
    }

    private static void endTornLine(Path file, FileChannel channel) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (content.length > 0 && content[content.length - 1] != '\n') {
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), content.length);
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Optional<JournalContents> read(Path file) {
        try {
            // With replacement characters, because a torn line can end within one.
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            JournalContents contents = JournalContents.of(file, text.lines().toList());
            if (contents.unreadable() > 0) {
                logger.warn(
                        "The journal {} has {} lines that are torn or not ours. They are skipped.",
                        file,
                        contents.unreadable());
            }
            return Optional.of(contents);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            logger.warn("The journal {} cannot be read: {}. Make it readable.", file, e.getMessage());
            return Optional.empty();
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            logger.warn("The journals in {} cannot be listed: {}. Make it readable.", directory, e.getMessage());
            return List.of();
        }
    }

    /** Makes the new name survive a loss of power. Windows has no such call, and needs none. */
    private void forceDirectory() {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            logger.debug("The directory {} cannot be forced to disk", directory, e);
        }
    }
}

package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where servers keep their data: memory when there is room, since the writing of many small files is what makes a
 * database server slow to start, else the temporary directory. Thread-safe.
 */
final class ServerDirectories {

    /** Names another place for the servers' data. */
    static final String PROPERTY = "aiven.emulator.dataDirectory";

    private static final Logger logger = LoggerFactory.getLogger(ServerDirectories.class);
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path SHORT = Path.of("/tmp");
    /** A fresh PostgreSQL takes 32 MB; the rest is room for a test's data. */
    private static final long ENOUGH_MEMORY = 256L * 1024 * 1024;

    private static final String PREFIX = "aiven-junit-";
    /** The system's limit for a socket's path is 104 bytes on macOS; 48 are kept for our names and the socket's. */
    private static final int LONGEST = 104 - 48;
    /** A directory without a lease belongs to a JVM that died while creating it, unless it is this young. */
    private static final Duration YOUNG = Duration.ofMinutes(10);

    private final Optional<Path> chosen;
    private final String owner;

    ServerDirectories(Optional<Path> chosen) {
        this.chosen = chosen;
        ProcessHandle self = ProcessHandle.current();
        Instant start = self.info().startInstant().orElse(Instant.EPOCH);
        this.owner = String.format("%08x", self.pid() * 31 + start.hashCode() & 0xffff_ffffL);
    }

    /** A path for a new server; nothing is created. */
    Path choose(String kind) throws IOException {
        return base().resolve(PREFIX + kind + "-" + owner + "-"
                + Long.toString(ThreadLocalRandom.current().nextLong(1L << 31), 36));
    }

    /** Removes what JVMs that died left behind, with the servers that still run there. */
    void sweep() {
        Set<Path> bases = new LinkedHashSet<>();
        chosen.ifPresent(bases::add);
        bases.add(MEMORY);
        bases.add(temporary());
        bases.add(SHORT);
        for (Path base : bases) {
            try (DirectoryStream<Path> directories = Files.newDirectoryStream(base, PREFIX + "*-*-*")) {
                for (Path directory : directories) {
                    if (!directory.getFileName().toString().contains("-" + owner + "-")) {
                        sweep(directory);
                    }
                }
            } catch (IOException | RuntimeException unreadable) {
                logger.debug("No look for leftovers in {}: {}", base, unreadable.toString());
            }
        }
    }

    private static void sweep(Path directory) {
        try {
            if (!isLeftover(directory)) {
                return;
            }
            ServerPid.read(directory).ifPresent(ServerPid::kill);
            new FileTree(directory).delete();
            logger.warn("Removed {}, left behind by a JVM that was killed.", directory);
        } catch (NoSuchFileException gone) {
            logger.debug("Leftover {} went by itself.", directory);
        } catch (IOException | RuntimeException notOurs) {
            logger.debug("Left {} alone: {}", directory, notOurs.toString());
        }
    }

    private static boolean isLeftover(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(directory)) {
            return false;
        }
        if (DirectoryLease.isFree(directory)) {
            return true;
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(directory)) {
            return !content.iterator().hasNext()
                    && Files.getLastModifiedTime(directory)
                            .toInstant()
                            .isBefore(Instant.now().minus(YOUNG));
        }
    }

    private Path base() throws IOException {
        if (chosen.isPresent()) {
            Path base = chosen.get().toAbsolutePath();
            if (isTooLong(base)) {
                throw new IOException("The directory " + base + " is too long for a server's socket. Set -D" + PROPERTY
                        + " to a path of at most " + LONGEST + " bytes.");
            }
            try {
                return Files.createDirectories(base);
            } catch (FileAlreadyExistsException file) {
                throw new IOException(
                        base + " is not a directory. Set -D" + PROPERTY + " to one that servers may write in.", file);
            }
        }
        return hasRoom(MEMORY) ? MEMORY : isTooLong(temporary()) ? SHORT : temporary();
    }

    private static boolean hasRoom(Path memory) {
        try {
            return Files.isDirectory(memory)
                    && Files.isWritable(memory)
                    && Files.getFileStore(memory).type().equals("tmpfs")
                    && Files.getFileStore(memory).getUsableSpace() >= ENOUGH_MEMORY;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static boolean isTooLong(Path base) {
        return base.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    private static Path temporary() {
        return Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    }
}

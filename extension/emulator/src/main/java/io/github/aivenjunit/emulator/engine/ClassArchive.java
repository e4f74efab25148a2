package io.github.aivenjunit.emulator.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The virtual machine's archive of the classes that a server written in Java loads, which halves the time of a start. It
 * is made once per machine, in the background, by a server that serves nobody; a JVM that ends before leaves it to the
 * next one. Thread-safe.
 */
public final class ClassArchive {

    private static final Logger logger = LoggerFactory.getLogger(ClassArchive.class);
    private static final String FILE = "classes.jsa";

    private final NativeHost host;
    private final String kind;
    private final String key;
    private final Executor background;
    private final AtomicBoolean tried = new AtomicBoolean();

    /**
     * Looks at nothing yet. An archive fits one build of the virtual machine, one class path and, to be safe, one set of
     * flags.
     *
     * @param kind a few letters for the name of the cached copy and of the recording server's directory
     * @param dependsOn the class path's fingerprint and the flags
     * @param background runs the recording
     */
    public ClassArchive(NativeHost host, String kind, List<String> dependsOn, Executor background) {
        this.host = host;
        this.kind = kind;
        List<String> all = new ArrayList<>(dependsOn);
        all.add(System.getProperty("java.vm.name"));
        all.add(System.getProperty("java.vm.version"));
        all.add(System.getProperty("os.arch"));
        this.key = kind + "-classes-"
                + NestedJars.fingerprint(String.join("|", all).getBytes(StandardCharsets.UTF_8));
        this.background = background;
    }

    /** The archive, if this machine has it. */
    public Optional<Path> file() throws IOException, InterruptedException {
        try {
            return Optional.of(host.cached(key, directory -> {
                        throw new NotMadeException();
                    })
                    .resolve(FILE));
        } catch (NotMadeException notYet) {
            return Optional.empty();
        }
    }

    /** Sees to it that there will be an archive. A failure is logged and costs nothing but time. */
    public void prepare(Recording recording) {
        if (tried.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    makeUnlessSomebodyDoes(recording);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                } catch (IOException | RuntimeException failure) {
                    logger.info("A {} service starts more slowly than it could: {}", kind, failure.toString());
                }
            });
        }
    }

    private void makeUnlessSomebodyDoes(Recording recording) throws IOException, InterruptedException {
        if (file().isPresent()) {
            return;
        }
        Path lockFile = host.cached(kind + "-classes-lock", directory -> Files.createFile(directory.resolve("lock")))
                .resolve("lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null && file().isEmpty()) {
                make(recording);
            }
        } catch (OverlappingFileLockException sameJvm) {
            logger.debug("Another engine of this JVM prepares {}", key);
        }
    }

    private void make(Recording recording) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (NativeServer server = host.newServer(kind, "KILL")) {
            Path file = server.directory().resolve(FILE);
            recording.run(server, file);
            if (!Files.exists(file)) {
                throw new IOException("No archive of its classes was written." + server.logTail());
            }
            host.cached(key, directory -> Files.copy(file, directory.resolve(FILE)));
        }
        logger.debug(
                "Archived {} within {} ms",
                key,
                Duration.ofNanos(System.nanoTime() - begin).toMillis());
    }

    /** Starts a server that writes the archive when it ends, and waits for its end. */
    @FunctionalInterface
    public interface Recording {

        /**
         * Runs the server.
         *
         * @param server where to run it; closed by the caller
         * @param target what the option {@code -XX:ArchiveClassesAtExit} shall name
         * @throws IOException if the server does not come to a good end
         * @throws InterruptedException if the calling thread was interrupted
         */
        void run(NativeServer server, Path target) throws IOException, InterruptedException;
    }

    /** The cache has no other way to say that it has no such entry. */
    private static final class NotMadeException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}

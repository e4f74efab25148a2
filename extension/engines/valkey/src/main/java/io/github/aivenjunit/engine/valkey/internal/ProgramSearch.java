package io.github.aivenjunit.engine.valkey.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the program to run: the first usable one on the PATH, else the bundled one. Thread-safe; searches once. */
public final class ProgramSearch {

    private static final Logger logger = LoggerFactory.getLogger(ProgramSearch.class);
    private static final List<String> NAMES = List.of("valkey-server", "redis-server");
    private static final int OLDEST_MAJOR = 7;

    private final String searchPath;
    private final BundledRedis bundled;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Selection found;

    /** Searches the directories of a PATH, and then the class path. */
    public ProgramSearch(String searchPath, BundledRedis bundled) {
        this.searchPath = searchPath;
        this.bundled = bundled;
    }

    public Selection select() {
        lock.lock();
        try {
            if (found == null) {
                found = search();
            }
            return found;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Selection.none("The look for a Valkey server was interrupted; run the tests again.");
        } finally {
            lock.unlock();
        }
    }

    private Selection search() throws InterruptedException {
        for (String name : NAMES) {
            for (Path directory : directories()) {
                Optional<ServerProgram> program = examine(directory.resolve(name));
                if (program.isPresent()) {
                    return Selection.of(program.get());
                }
            }
        }
        return bundled.select();
    }

    private List<Path> directories() {
        List<Path> directories = new ArrayList<>();
        for (String directory : searchPath.split(File.pathSeparator, -1)) {
            try {
                Path path = Path.of(directory);
                // A relative entry means another place for the server, which has a working directory of its own.
                if (path.isAbsolute()) {
                    directories.add(path);
                }
            } catch (InvalidPathException ignored) {
                logger.debug("The PATH names {}, which is no directory.", directory);
            }
        }
        return directories;
    }

    private static Optional<ServerProgram> examine(Path file) throws InterruptedException {
        if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
            return Optional.empty();
        }
        try {
            Optional<ServerProgram> program =
                    ServerProgram.recognize(file, ProgramProbe.version(file).output(), false);
            if (program.isEmpty() || program.get().major() < OLDEST_MAJOR) {
                logger.debug(
                        "{} is passed over: {}",
                        file,
                        program.map(Object::toString).orElse("it says no version"));
                return Optional.empty();
            }
            if (!ProgramProbe.speaksTls(file)) {
                logger.debug("{} is passed over: {} was built without TLS", file, program.get());
                return Optional.empty();
            }
            return program;
        } catch (IOException notStarted) {
            logger.debug("{} is passed over: {}", file, notStarted.toString());
            return Optional.empty();
        }
    }
}

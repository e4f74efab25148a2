package io.github.aivenjunit.engine.clickhouse.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the first usable program on the PATH. Thread-safe; searches once. */
public final class ProgramSearch {

    private static final Logger logger = LoggerFactory.getLogger(ProgramSearch.class);
    private static final List<String> NAMES = List.of("clickhouse", "clickhouse-server");

    private final String searchPath;
    private final ReentrantLock lock = new ReentrantLock();
    private Optional<ServerProgram> found = Optional.empty();
    private boolean searched;

    /** Searches the directories of a PATH. */
    public ProgramSearch(String searchPath) {
        this.searchPath = searchPath;
    }

    public Optional<ServerProgram> find() {
        lock.lock();
        try {
            if (!searched) {
                found = search();
                searched = true;
            }
            return found;
        } catch (InterruptedException interrupted) {
            // The next call searches again.
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private Optional<ServerProgram> search() throws InterruptedException {
        for (Path directory : directories()) {
            for (String name : NAMES) {
                Optional<ServerProgram> program = examine(directory.resolve(name));
                if (program.isPresent()) {
                    return program;
                }
            }
        }
        return Optional.empty();
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
        List<String> command = ServerProgram.commandOf(file);
        try {
            // GRANT CURRENT GRANTS and the access rights of its own user settled by then.
            Optional<ServerProgram> program = ServerProgram.recognize(
                            command, ProgramProbe.of(command).output())
                    .filter(candidate -> candidate.isSince(23, 3));
            if (program.isEmpty()) {
                logger.debug("{} is passed over: it is not a ClickHouse server 23.3 or newer", file);
            }
            return program;
        } catch (IOException notStarted) {
            logger.debug("{} is passed over: {}", file, notStarted.toString());
            return Optional.empty();
        }
    }
}

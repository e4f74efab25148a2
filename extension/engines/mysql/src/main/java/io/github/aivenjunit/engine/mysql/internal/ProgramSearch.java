package io.github.aivenjunit.engine.mysql.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the program to run: the first usable MySQL on the PATH, else the bundled MariaDB. Thread-safe; searches once. */
public final class ProgramSearch {

    private static final Logger logger = LoggerFactory.getLogger(ProgramSearch.class);
    private static final String NAME = "mysqld";
    private static final int OLDEST_MAJOR = 8;

    private final String searchPath;
    private final BundledMariaDb bundled;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Selection found;

    /** Searches the directories of a PATH, and then the class path. */
    public ProgramSearch(String searchPath, BundledMariaDb bundled) {
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
            return Selection.none("The look for a MySQL server was interrupted; run the tests again.");
        } finally {
            lock.unlock();
        }
    }

    private Selection search() throws InterruptedException {
        for (Path directory : directories()) {
            Optional<ServerProgram> program = examine(directory.resolve(NAME));
            if (program.isPresent()) {
                return Selection.of(program.get());
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
            Optional<String> version =
                    ServerProgram.mySqlVersion(ProgramProbe.of(file).output()).filter(ProgramSearch::isNewEnough);
            if (version.isEmpty()) {
                logger.debug("{} is passed over: it is not MySQL 8.0 or newer", file);
                return Optional.empty();
            }
            return Optional.of(new ServerProgram(version.get(), file, key(version.get(), file), Optional.empty()));
        } catch (IOException notStarted) {
            logger.debug("{} is passed over: {}", file, notStarted.toString());
            return Optional.empty();
        }
    }

    private static boolean isNewEnough(String version) {
        return Integer.parseInt(version.substring(0, version.indexOf('.'))) >= OLDEST_MAJOR;
    }

    /** An update of the program under the same name changes its size or its time. */
    private static String key(String version, Path file) throws IOException {
        Path real = file.toRealPath();
        CRC32 sum = new CRC32();
        sum.update((real + " " + Files.size(real) + " " + Files.getLastModifiedTime(real))
                .getBytes(StandardCharsets.UTF_8));
        return String.format("mysql-%s-%08x", version, sum.getValue());
    }
}

package io.github.aivenjunit.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary directory that is removed in the end. Thread-safe. */
final class Scratch implements AutoCloseable {

    private final Path directory;

    private Scratch(Path directory) {
        this.directory = directory;
    }

    /** Makes one that every user can read, because servers may run as somebody else. */
    static Scratch create() throws IOException {
        Scratch scratch = new Scratch(Files.createTempDirectory("aiven-junit-benchmarks"));
        Files.setPosixFilePermissions(scratch.directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        return scratch;
    }

    Path directory() {
        return directory;
    }

    @Override
    public synchronized void close() {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + directory + ". Remove it by hand.", e);
        }
    }
}

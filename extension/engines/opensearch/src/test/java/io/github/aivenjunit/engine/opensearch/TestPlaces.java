package io.github.aivenjunit.engine.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories for tests: data in memory where possible and on a short path, caches in the build's own directory. */
final class TestPlaces {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path DISK = Path.of("/tmp");

    private TestPlaces() {}

    static Path newDataDirectory() throws IOException {
        return Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : DISK, "os-tests-");
    }

    /** Shared by all tests and kept between builds, so that the jars are unpacked once. */
    static Path sharedCache() {
        return Path.of("target", "cache").toAbsolutePath();
    }
}

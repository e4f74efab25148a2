package io.github.aivenjunit.engine.clickhouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories for tests: data in memory where possible and on a short path. */
final class TestPlaces {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path DISK = Path.of("/tmp");

    private TestPlaces() {}

    static Path newDataDirectory() throws IOException {
        return Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : DISK, "clickhouse-tests-");
    }
}

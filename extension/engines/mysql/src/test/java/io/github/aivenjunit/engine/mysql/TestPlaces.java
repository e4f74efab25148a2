package io.github.aivenjunit.engine.mysql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories for tests: data in memory where possible and on a short path, caches in the build's own directory. */
final class TestPlaces {

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Path DISK = Path.of("/tmp");

    private TestPlaces() {}

    static Path newDataDirectory() throws IOException {
        return Files.createTempDirectory(Files.isWritable(MEMORY) ? MEMORY : DISK, "mysql-tests-");
    }

    /** Shared by all tests and kept between builds, so that MariaDB is unpacked once. */
    static Path sharedCache() {
        return Path.of("target", "cache").toAbsolutePath();
    }

    /** Where servers are looked for; -Dmysql.path runs the tests with another than the bundled one. */
    static String searchPath() {
        return System.getProperty("mysql.path", "");
    }
}

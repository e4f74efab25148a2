package io.github.aivenjunit.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where build tools put what a build makes: Maven's {@code target}, Gradle's {@code build}. */
final class BuildDirectory {

    private BuildDirectory() {}

    static Optional<Path> in(Path project) {
        return Stream.of("target", "build")
                .map(project::resolve)
                .filter(Files::isDirectory)
                .findFirst();
    }
}

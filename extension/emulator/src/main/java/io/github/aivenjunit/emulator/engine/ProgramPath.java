package io.github.aivenjunit.emulator.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directories of a {@code PATH} in which an engine looks for its program. Immutable, thread-safe.
 *
 * @param directories absolute directories with the system's separator between them; other entries mean nothing, because
 *     a server has a working directory of its own
 */
public record ProgramPath(String directories) {

    private static final Logger logger = LoggerFactory.getLogger(ProgramPath.class);

    /**
     * Finds the first program that is usable, directory by directory. The reasons why others are passed over are logged
     * at debug level.
     *
     * @param names the file names that a program may have, the preferred one first
     * @throws InterruptedException if the calling thread was interrupted
     */
    public <P> Optional<P> first(List<String> names, Examination<P> examination) throws InterruptedException {
        for (Path directory : absolute()) {
            for (String name : names) {
                Optional<P> program = examine(directory.resolve(name), examination);
                if (program.isPresent()) {
                    return program;
                }
            }
        }
        return Optional.empty();
    }

    private List<Path> absolute() {
        List<Path> paths = new ArrayList<>();
        for (String directory : directories.split(File.pathSeparator, -1)) {
            try {
                Path path = Path.of(directory);
                if (path.isAbsolute()) {
                    paths.add(path);
                }
            } catch (InvalidPathException ignored) {
                logger.debug("The PATH names {}, which is no directory.", directory);
            }
        }
        return paths;
    }

    private static <P> Optional<P> examine(Path file, Examination<P> examination) throws InterruptedException {
        if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
            return Optional.empty();
        }
        try {
            ProgramSelection<P> selection = examination.of(file);
            selection.objection().ifPresent(reason -> logger.debug("{} is passed over: {}", file, reason));
            return selection.program();
        } catch (IOException notStarted) {
            logger.debug("{} is passed over: {}", file, notStarted.toString());
            return Optional.empty();
        }
    }

    /**
     * Tells whether a program is usable, for example by its version.
     *
     * @param <P> what is known of a program
     */
    @FunctionalInterface
    public interface Examination<P> {

        /**
         * Examines an executable file.
         *
         * @return the program, or why it is passed over, for example {@code it says no version}
         * @throws IOException if the program cannot be asked; it is passed over then
         */
        ProgramSelection<P> of(Path file) throws IOException, InterruptedException;
    }
}

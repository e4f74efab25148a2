package io.github.aivenjunit.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ProgramPathTests {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    Path first;

    @TempDir
    Path second;

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
    }

    @Test
    void theFirstDirectoryDecidesAndThenTheFirstName() throws Exception {
        program(second, "a");
        assertThat(find(path(first, second), "a", "b")).hasValue(second.resolve("a"));

        program(first, "b");
        assertThat(find(path(first, second), "a", "b")).hasValue(first.resolve("b"));

        program(first, "a");
        assertThat(find(path(first, second), "a", "b")).hasValue(first.resolve("a"));
        assertThat(find(path(first, second), "b", "a")).hasValue(first.resolve("b"));
        assertThat(find(path(first, second), "c")).isEmpty();
    }

    @Test
    void onlyAbsoluteEntriesAreDirectories() throws Exception {
        program(first, "a");
        Path relative = Path.of("").toAbsolutePath().relativize(first.toAbsolutePath());
        assertThat(relative.resolve("a")).exists();

        assertThat(find(path(relative), "a")).isEmpty();
        assertThat(find(new ProgramPath(""), "a")).isEmpty();
        assertThat(find(new ProgramPath("::no\0directory:" + first + ":"), "a")).hasValue(first.resolve("a"));
        assertThat(logged()).containsExactly("The PATH names no\0directory, which is no directory.");
    }

    @Test
    void whatCannotBeExecutedIsNotEvenAsked() throws Exception {
        Files.createDirectory(first.resolve("a"));
        Files.createFile(second.resolve("a"));

        Optional<Path> found = path(first, second).first(List.of("a", "missing"), file -> {
            throw new AssertionError("asked " + file);
        });

        assertThat(found).isEmpty();
        assertThat(logged()).isEmpty();
    }

    @Test
    void aProgramThatDoesNotFitIsPassedOverAndTheLogSaysWhy() throws Exception {
        program(first, "old");
        program(first, "broken");
        program(second, "old");
        program(second, "good");

        Optional<String> found = path(first, second)
                .first(List.of("old", "broken", "good"), file -> switch (file.getFileName()
                        .toString()) {
                    case "old" -> ProgramSelection.none("it is too old");
                    case "broken" -> throw new IOException("no answer");
                    default -> ProgramSelection.of("version 1");
                });

        assertThat(found).hasValue("version 1");
        assertThat(logged())
                .containsExactly(
                        first.resolve("old") + " is passed over: it is too old",
                        first.resolve("broken") + " is passed over: java.io.IOException: no answer",
                        second.resolve("old") + " is passed over: it is too old");
    }

    @Test
    void anInterruptEndsTheSearch() throws Exception {
        program(first, "a");
        program(second, "a");

        assertThatThrownBy(() -> path(first, second).first(List.of("a"), file -> {
                    throw new InterruptedException(file.toString());
                }))
                .isInstanceOf(InterruptedException.class)
                .hasMessage(first.resolve("a").toString());
    }

    private static Optional<Path> find(ProgramPath path, String... names) throws InterruptedException {
        return path.first(List.of(names), ProgramSelection::of);
    }

    private static ProgramPath path(Path... directories) {
        return new ProgramPath(
                Stream.of(directories).map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    }

    private static void program(Path directory, String name) throws IOException {
        Files.createFile(
                directory.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private List<String> logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(ProgramPath.class);
    }
}

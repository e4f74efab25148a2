package io.github.aivenjunit.timeline.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class TimelineFilesTests {

    @TempDir
    Path directory;

    @Test
    void thePageOfTheLastForkOutShowsAllForks() throws IOException {
        TimelineFiles files = new TimelineFiles(directory, "build");
        files.write(recorded("example.FirstTest"), "run-1", "1-aaaa");
        files.write(recorded("example.SecondTest"), "run-2", "2-bbbb");

        assertThat(names())
                .containsExactlyInAnyOrder(
                        "timeline-build-1-aaaa.json", "timeline-build-2-bbbb.json", "timeline-build.html");
        assertThat(page()).contains("FirstTest", "SecondTest", "2 forks");
    }

    @Test
    void whatAnotherForkIsStillWritingDoesNoHarm() throws IOException {
        Files.writeString(directory.resolve("timeline-build-9-zzzz.json"), "{\"format\":1,\"run");

        new TimelineFiles(directory, "build").write(recorded("example.OneTest"), "run-1", "1-aaaa");

        assertThat(page()).contains("OneTest");
    }

    @Test
    void anotherBuildIsNotShown() throws IOException {
        new TimelineFiles(directory, "other").write(recorded("example.OtherTest"), "run-0", "1-aaaa");
        new TimelineFiles(directory, "build").write(recorded("example.OneTest"), "run-1", "1-aaaa");

        assertThat(page()).contains("OneTest").doesNotContain("OtherTest");
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNoFailure() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        new TimelineFiles(file, "build").write(recorded("example.OneTest"), "run-1", "1-aaaa");

        assertThat(names()).containsExactly("file");
    }

    @Test
    void allForksOfABuildHaveOneId() {
        assertThat(BuildProcess.id()).isEqualTo(BuildProcess.id()).matches("[0-9a-z]+-[0-9a-z]+");
    }

    @Test
    void oneLineOfTheLogSaysWhereItIsAndWhatWasSaved() {
        Logger log = (Logger) LoggerFactory.getLogger(TimelineFiles.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        log.addAppender(lines);
        try {
            new TimelineFiles(directory, "build").write(recorded("example.OneTest"), "run-1", "1-aaaa");
        } finally {
            log.detachAppender(lines);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Timeline: " + directory.resolve("timeline-build.html")
                        + " (classes waited 0 ms, look-ahead saved 0 ms, sharing saved 0 ms)");
    }

    private static TimelineRecorder recorded(String className) {
        TimelineRecorder recorder = TimelineRecorder.start();
        recorder.testClass(className).finished();
        return recorder;
    }

    private String page() throws IOException {
        return Files.readString(directory.resolve("timeline-build.html"));
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}

package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.readiness.internal.BuildTimes.Build;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTimesTests {

    private static final BuildKey KEY = new BuildKey("api.aiven.io", "pg", "startup-4", "google-europe-west1");

    @TempDir
    private Path directory;

    @Test
    void whatOneSessionSawTheNextKnows() {
        times().add(KEY, build(180));
        times().add(KEY, build(200));

        assertThat(times().of(KEY)).containsExactly(build(180), build(200));
        assertThat(times().of(new BuildKey("api.aiven.io", "pg", "startup-8", "google-europe-west1")))
                .isEmpty();
    }

    @Test
    void theLatestTwentyCount() {
        BuildTimes times = times();
        IntStream.range(0, 25).forEach(seconds -> times.add(KEY, build(seconds)));

        assertThat(times.of(KEY)).hasSize(20).startsWith(build(5)).endsWith(build(24));
        assertThat(times().of(KEY)).isEqualTo(times.of(KEY));
    }

    @Test
    void tornAndForeignLinesArePassedOver() throws Exception {
        times().add(KEY, build(180));
        Files.writeString(
                file(),
                "\u0000\u0001\n2 api.aiven.io pg startup-4 google-europe-west1 1 1\n"
                        + "1 api.aiven.io pg startup-4 google-europe-west1 -7 3\n"
                        + "1 api.aiven.io pg startup-4 google-europe-west1 99999999999999999999 3\n"
                        + "1 api.aiven.io pg startup-4 google-eu",
                StandardOpenOption.APPEND);
        times().add(KEY, build(200));

        assertThat(times().of(KEY)).containsExactly(build(180), build(200));
    }

    @Test
    void sessionsSideBySideLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> sessions = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                BuildKey key = new BuildKey("api.aiven.io", "type-" + i, "startup-4", "do-fra");
                sessions.add(threads.submit(
                        () -> IntStream.range(0, 20).forEach(seconds -> times().add(key, build(seconds)))));
            }
            for (Future<?> session : sessions) {
                session.get();
            }
        } finally {
            threads.shutdownNow();
        }
        for (int i = 0; i < 4; i++) {
            assertThat(times().of(new BuildKey("api.aiven.io", "type-" + i, "startup-4", "do-fra")))
                    .hasSize(20);
        }
    }

    @Test
    void theFileStaysSmall() throws Exception {
        BuildTimes times = times();
        String plan = "x".repeat(1000);
        for (int i = 0; i < 400; i++) {
            times.add(new BuildKey("api.aiven.io", "pg", plan + i, "do-fra"), build(i));
        }

        assertThat(Files.size(file())).isLessThanOrEqualTo(128 * 1024);
        assertThat(times().of(new BuildKey("api.aiven.io", "pg", plan + 399, "do-fra")))
                .containsExactly(build(399));
        try (Stream<Path> files = Files.list(directory.resolve("state"))) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws Exception {
        times().add(KEY, build(180));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void namesCannotBreakALine() {
        BuildKey odd = new BuildKey("api.aiven.io", "p g", "start\nup", "");
        times().add(odd, build(1));

        assertThat(times().of(odd)).containsExactly(build(1));
    }

    @Test
    void aDirectoryThatCannotBeUsedIsNoFailure() throws Exception {
        Path blocked = Files.writeString(directory.resolve("blocked"), "");
        BuildTimes times = new BuildTimes(blocked.resolve("build-times"));

        times.add(KEY, build(180));

        assertThat(times.of(KEY)).containsExactly(build(180));
    }

    private static Build build(int seconds) {
        return new Build(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 5L));
    }

    private BuildTimes times() {
        return new BuildTimes(file());
    }

    private Path file() {
        return directory.resolve("state").resolve("build-times");
    }
}

package io.github.aivenjunit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.aivenjunit.emulator.AivenEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The token of a run is in the environment of its JVM and nowhere else: not in the environment or the arguments of any
 * other process, not in any file below home, temporary and working directory, not in a log of everything.
 */
class CanaryTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String LOG_OF_EVERYTHING = """
            <configuration>
              <appender name="file" class="ch.qos.logback.core.FileAppender">
                <file>%s</file>
                <encoder><pattern>%%level %%logger %%msg%%n%%ex{full}</pattern></encoder>
              </appender>
              <root level="TRACE"><appender-ref ref="file"/></root>
            </configuration>
            """;

    /** Its own, because other tests on this machine have victims, too. */
    private final String canary = "canary-" + UUID.randomUUID();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void theTokenIsInTheEnvironmentOfItsJvmAndNowhereElse(String signal) throws Exception {
        try (AivenEmulator emulator =
                        AivenEmulator.builder().token(canary).engines(List.of()).start();
                Victim victim = Victim.start(
                        emulator.endpoint(),
                        Files.createDirectories(directory.resolve("journal")),
                        everythingBelowTheDirectory(),
                        "wait")) {
            victim.awaitReady();
            assertThat(told("environ", victim.pid()))
                    .as("the configured source")
                    .contains(canary);
            assertThat(victim.children()).as("the watchdog").isNotEmpty();
            try (Stream<ProcessHandle> processes = ProcessHandle.allProcesses()) {
                assertThat(processes.map(ProcessHandle::pid)).allSatisfy(pid -> {
                    assertThat(told("cmdline", pid)).doesNotContain(canary);
                    if (pid != victim.pid()) {
                        assertThat(told("environ", pid)).doesNotContain(canary);
                    }
                });
            }
            assertNoFileTells();

            victim.signal(signal, String.valueOf(victim.pid()));
            victim.awaitEnd();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(emulator.projects()).isEmpty());
            assertNoFileTells();
        }
    }

    private Map<String, String> everythingBelowTheDirectory() throws IOException {
        Path log = directory.resolve("everything.log");
        Path logging = Files.writeString(directory.resolve("logback.xml"), LOG_OF_EVERYTHING.formatted(log));
        Path home = Files.createDirectories(directory.resolve("home"));
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        return Map.of(
                "AIVEN_TOKEN", canary,
                "HOME", home.toString(),
                "TMPDIR", temporary.toString(),
                "XDG_STATE_HOME", home.resolve("state").toString(),
                "XDG_CACHE_HOME", home.resolve("cache").toString(),
                "JAVA_TOOL_OPTIONS",
                        "-Dlogback.configurationFile=" + logging + " -Duser.home=" + home + " -Djava.io.tmpdir="
                                + temporary + " -Duser.dir=" + directory);
    }

    private void assertNoFileTells() throws IOException {
        assertThat(directory.resolve("everything.log")).isNotEmptyFile();
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(text(file)).doesNotContain(canary));
        }
    }

    /** What the system tells of a process; nothing of one that has ended or is somebody else's. */
    private static String told(String what, long pid) {
        Path file = Path.of("/proc", String.valueOf(pid), what);
        try {
            return Files.isReadable(file) ? text(file) : "";
        } catch (UncheckedIOException hasEnded) {
            return "";
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.github.aivenjunit.watchdog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.aivenjunit.emulator.AivenEmulator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of their own JVM, killed so that no code of theirs runs. */
class KilledSessionTests {

    private static final String CANARY = "canary-4711-token";
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    @TempDir
    Path directory;

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).token(CANARY).start();

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void nothingOutlivesAKilledSession() throws Exception {
        Process session = start(List.of());
        try {
            long watchdog = watchdog(session);
            assertThat(emulator.services()).hasSize(3);

            session.destroyForcibly();

            assertEverythingIsGone(watchdog);
        } finally {
            session.destroyForcibly();
        }
    }

    @Test
    void theWatchdogSurvivesItsSessionsProcessGroup() throws Exception {
        assumeTrue(Files.isExecutable(SETSID), "without setsid there is no second session");
        Process session = start(List.of(SETSID.toString()));
        try {
            long watchdog = watchdog(session);

            Children.signal("KILL", "-" + session.pid());

            assertEverythingIsGone(watchdog);
        } finally {
            session.destroyForcibly();
        }
    }

    @Test
    void theTokenIsNeitherInTheArgumentsNorInTheEnvironmentNorInTheJournal() throws Exception {
        Process session = start(List.of());
        try {
            long watchdog = watchdog(session);

            assertThat(Children.commandLine(watchdog))
                    .contains(WatchdogMain.class.getName())
                    .doesNotContain(CANARY);
            assertThat(Children.environment(watchdog).split("\0"))
                    .allMatch(variable -> variable.matches("(?s)(PATH|LANG|LC_ALL|LC_CTYPE)=.*|"));
            assertThat(Files.readSymbolicLink(Path.of("/proc", String.valueOf(watchdog), "cwd")))
                    .isEqualTo(Path.of("/"));
            assertThat(directory.resolve("one.journal"))
                    .content()
                    .contains("aj-killed")
                    .doesNotContain(CANARY);

            session.destroyForcibly();
            assertEverythingIsGone(watchdog);
        } finally {
            session.destroyForcibly();
        }
    }

    private void assertEverythingIsGone(long watchdog) throws Exception {
        assertThat(Children.eventually(() -> emulator.projects().isEmpty())).isTrue();
        assertThat(Children.eventually(() -> Children.ended(watchdog))).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    /** It gets nothing of this JVM's environment: what its watchdog has is what it was given. */
    private Process start(List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SessionMain.class.getName(),
                emulator.endpoint().toString(),
                directory.toString(),
                "aj-killed",
                "one",
                "two",
                "protected-three"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SOME_SECRET", CANARY);
        Process session = builder.start();
        session.getOutputStream().write((CANARY + "\n").getBytes(StandardCharsets.UTF_8));
        session.getOutputStream().flush();
        return session;
    }

    private static long watchdog(Process session) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(session.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.matches("\\d+")) {
                return Long.parseLong(line);
            }
        }
        throw new IOException("The session ended before it was up.");
    }
}

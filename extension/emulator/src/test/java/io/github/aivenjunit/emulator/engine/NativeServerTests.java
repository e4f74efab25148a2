package io.github.aivenjunit.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NativeServerTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Ignores TERM, which it inherits from the watching shell. */
    private static final List<String> SLEEPER = List.of("/bin/sh", "-c", "echo started; exec sleep 300");

    private Path data = Path.of("unset");
    private NativeHost host = new NativeHost();

    @BeforeEach
    void prepare() throws IOException {
        data = Files.createTempDirectory(Path.of("/tmp"), "native-");
        host = new NativeHost(data, data.resolve("cache"));
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(data).isEmptyDirectory();
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains(data.toString())))
                .isEmpty();
        Files.delete(data);
    }

    @Test
    void aProgramRunsToItsEndInAPrivateDirectory() throws Exception {
        try (NativeServer server = host.newServer("test", "KILL")) {
            Path file = server.write("secret", "value");
            server.run(
                    List.of("/bin/sh", "-c", "cat \"$0\" >\"$1\"", file.toString(), server.directory() + "/it's"),
                    PATIENCE);

            assertThat(server.directory().resolve("it's")).hasContent("value");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(server.directory())))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(server.running()).isFalse();
        }
    }

    @Test
    void aProgramNeverRunsAsRootAndSeesNoEnvironmentOfOurs() throws Exception {
        try (NativeServer server = host.newServer("test", "KILL")) {
            server.run(List.of("/bin/sh", "-c", "id -u; env | sed 's/=.*//' | sort | tr '\\n' ' '; cat"), PATIENCE);

            assertThat(server.logTail().trim().lines().toList())
                    .satisfiesExactly(
                            uid -> assertThat(uid).isNotEqualTo("0"),
                            names -> assertThat(names.split(" "))
                                    .isSubsetOf("LC_ALL", "OLDPWD", "PATH", "PWD", "SHLVL", "_"));
        }
    }

    @Test
    void aFailingProgramIsReportedWithTheEndOfItsOutput() throws Exception {
        try (NativeServer server = host.newServer("test", "KILL")) {
            assertThatThrownBy(
                            () -> server.run(List.of("/bin/sh", "-c", "echo first; echo last >&2; exit 3"), PATIENCE))
                    .isInstanceOf(IOException.class)
                    .hasMessage("sh failed with status 3. See the end of its output." + System.lineSeparator()
                            + "first\nlast");
        }
    }

    @Test
    void aProgramThatTakesTooLongIsKilled() throws Exception {
        try (NativeServer server = host.newServer("test", "KILL")) {
            assertThatThrownBy(() -> server.run(List.of("sleep", "300"), Duration.ofSeconds(1)))
                    .isInstanceOf(IOException.class)
                    .hasMessage("sleep did not end within 1 s. Look for what slows this machine down.");
            assertThat(server.running()).isFalse();
        }
    }

    @Test
    void aProgramThatIgnoresItsSignalIsKilled() throws Exception {
        try (NativeServer server = host.newServer("test", "KILL")) {
            server.start(SLEEPER);

            server.stop("TERM", Duration.ofMillis(300));

            assertThat(server.running()).isFalse();
        }
    }

    @Test
    void programsRunOneAfterTheOtherInOneDirectory() throws Exception {
        try (NativeServer server = host.newServer("test", "KILL")) {
            server.start(SLEEPER);
            assertThatThrownBy(() -> server.start(SLEEPER))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("A program runs in " + server.directory() + " already. Stop it first.");
            assertThat(server.awaitExit(Duration.ZERO)).isEmpty();
            server.stop("KILL", PATIENCE);
            assertThatThrownBy(() -> server.awaitExit(Duration.ZERO))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("No program runs in " + server.directory() + ". Start one first.");
            server.run(List.of("true"), PATIENCE);
        }
    }

    @Test
    void aProgramThatHasJustEndedDoesNotRunAlthoughNobodyHasSaidSo() throws Exception {
        try (NativeServer server = host.newServer("test", "KILL")) {
            server.start(SLEEPER);
            assertThat(server.runs()).isTrue();
            ProcessHandle sleeper = ProcessHandle.of(pid(server)).orElseThrow();

            sleeper.destroyForcibly();
            sleeper.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            assertThat(server.runs()).isFalse();
            assertThat(server.running()).isFalse();
        }
    }

    /** The shell writes it down a moment after the start. */
    private static long pid(NativeServer server) throws Exception {
        Optional<ServerPid> written = ServerPid.read(server.directory());
        while (written.isEmpty()) {
            assertThat(server.awaitExit(Duration.ofMillis(20))).isEmpty();
            written = ServerPid.read(server.directory());
        }
        return written.get().pid();
    }

    @Test
    void closingOnAnInterruptedThreadIsCompleteAndKeepsTheInterrupt() throws Exception {
        NativeServer server = host.newServer("test", "KILL");
        server.start(SLEEPER);

        Thread.currentThread().interrupt();
        server.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.directory()).doesNotExist();
    }

    @Test
    void theDirectoryGoesEvenWhenTheWatchingShellWasKilled() throws Exception {
        NativeServer server = host.newServer("test", "KILL");
        server.start(SLEEPER);
        awaitStart(server);
        ProcessHandle shell = ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .commandLine()
                        .orElse("")
                        .contains(server.directory().toString()))
                .findFirst()
                .orElseThrow();
        List<ProcessHandle> family = shell.descendants().toList();
        assertThat(family).isNotEmpty();
        shell.destroyForcibly();
        shell.onExit().get(60, TimeUnit.SECONDS);

        assertThatThrownBy(() -> server.awaitExit(PATIENCE))
                .isInstanceOf(IOException.class)
                .hasMessage("The shell that watches over " + server.directory()
                        + " was killed. Find out what ends processes of this user and start the service again.");
        server.close();

        assertThat(server.directory()).doesNotExist();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!family.stream().allMatch(NativeServerTests::hasEnded)) {
            assertThat(System.nanoTime()).as("time for the end of " + family).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void aLeftoverIsRemovedButAYoungOrStrangeDirectoryIsNot() throws Exception {
        Path leftover = Files.createDirectory(data.resolve("aiven-junit-test-00000000-abc"));
        Files.createFile(leftover.resolve("lease"));
        Path old = Files.createDirectory(data.resolve("aiven-junit-test-00000000-old"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        Path young = Files.createDirectory(data.resolve("aiven-junit-test-00000000-young"));
        Path strange = Files.createDirectory(data.resolve("aiven-junit-notes"));

        host.newServer("test", "KILL").close();

        assertThat(data).isDirectoryNotContaining(path -> path.equals(leftover) || path.equals(old));
        assertThat(young).exists();
        assertThat(strange).exists();
        Files.delete(young);
        Files.delete(strange);
    }

    @Test
    void aDirectoryTooLongForASocketIsRefused() throws Exception {
        Path deep = data.resolve("a".repeat(60));

        assertThatThrownBy(() -> new NativeHost(deep, data).newServer("test", "KILL"))
                .isInstanceOf(IOException.class)
                .hasMessage("The directory " + deep + " is too long for a server's socket. Set"
                        + " -Daiven.emulator.dataDirectory to a path of at most 56 bytes.");
    }

    /** An orphan that has ended may stay in the process table, without a command line, if nobody reaps it. */
    private static boolean hasEnded(ProcessHandle process) {
        return !process.isAlive() || process.info().commandLine().isEmpty();
    }

    private static void awaitStart(NativeServer server) throws IOException, InterruptedException {
        while (server.logTail().isEmpty()) {
            assertThat(server.awaitExit(Duration.ofMillis(10))).isEmpty();
        }
    }
}

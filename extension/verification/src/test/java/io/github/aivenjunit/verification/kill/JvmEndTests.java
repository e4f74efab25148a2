package io.github.aivenjunit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.aivenjunit.emulator.AivenEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a JVM with a session ends, its project goes, its journal goes, and its watchdog goes. */
class JvmEndTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"exit", "halt", "memory"})
    void aJvmThatEndsItselfLeavesNothing(String ending) throws Exception {
        try (AivenEmulator emulator = emulator();
                Victim victim = Victim.start(emulator.endpoint(), journal(), Map.of(), ending)) {
            victim.awaitReady();
            List<ProcessHandle> children = victim.children();
            victim.awaitEnd();

            awaitNothingLeft(emulator, children);
        }
    }

    @ParameterizedTest
    @MethodSource("signals")
    void aJvmThatIsToldToEndLeavesNothing(String signal) throws Exception {
        try (AivenEmulator emulator = emulator();
                Victim victim = Victim.start(emulator.endpoint(), journal(), Map.of(), "wait")) {
            victim.awaitReady();
            List<ProcessHandle> children = victim.children();
            assertThat(children).as("the watchdog").isNotEmpty();
            victim.signal(signal, String.valueOf(victim.pid()));
            victim.awaitEnd();

            awaitNothingLeft(emulator, children);
        }
    }

    /** Whoever is started with an ignored signal, as by nohup, hands that down, and a JVM goes on ignoring it. */
    static List<String> signals() throws IOException {
        Map<String, Integer> numbers = Map.of("HUP", 1, "INT", 2, "KILL", 9, "TERM", 15);
        long ignored = ignoredSignals();
        return numbers.entrySet().stream()
                .filter(signal -> (ignored >> (signal.getValue() - 1) & 1) == 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static long ignoredSignals() throws IOException {
        return Files.readString(Path.of("/proc/self/status"))
                .lines()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .findFirst()
                .orElse(0L);
    }

    @Test
    void theKillOfTheWholeProcessGroupLeavesNothing() throws Exception {
        try (AivenEmulator emulator = emulator();
                Victim victim = Victim.start(emulator.endpoint(), journal(), Map.of(), "wait")) {
            victim.awaitReady();
            List<ProcessHandle> children = victim.children();
            victim.signal("KILL", "-" + victim.pid());
            victim.awaitEnd();

            awaitNothingLeft(emulator, children);
        }
    }

    @Test
    void whatNobodyWatchedIsDeletedByTheNextRun() throws Exception {
        try (AivenEmulator emulator = emulator()) {
            try (Victim victim = Victim.start(emulator.endpoint(), journal(), Map.of(), "wait")) {
                victim.awaitReady();
                victim.children().forEach(ProcessHandle::destroyForcibly);
                victim.kill();
                victim.awaitEnd();
            }
            assertThat(emulator.projects()).hasSize(1);

            try (Victim next = Victim.start(emulator.endpoint(), journal(), Map.of("AIVEN_SWEEP", "true"), "close")) {
                next.awaitReady();
                List<ProcessHandle> children = next.children();
                next.awaitEnd();
                awaitNothingLeft(emulator, children);
            }
        }
    }

    @Test
    void aJournalThatCannotBeWrittenMeansThatNothingIsCreated() throws Exception {
        Path occupied = Files.writeString(directory.resolve("occupied"), "");
        try (AivenEmulator emulator = emulator();
                Victim victim = Victim.start(emulator.endpoint(), occupied, Map.of(), "close")) {
            victim.awaitEnd();

            assertThat(emulator.projects()).isEmpty();
            assertThat(emulator.requests())
                    .noneMatch(request -> request.method().equals("POST"));
        }
    }

    @Test
    void nobodyCanReadTheTokenFromOutside() throws Exception {
        try (AivenEmulator emulator = emulator();
                Victim victim = Victim.start(emulator.endpoint(), journal(), Map.of(), "wait")) {
            victim.awaitReady();
            assertThat(victim.children()).as("the watchdog").isNotEmpty().allSatisfy(child -> {
                Path process = Path.of("/proc", String.valueOf(child.pid()));
                if (Files.isReadable(process.resolve("environ"))) {
                    assertThat(Files.readString(process.resolve("environ"))).doesNotContain(Victim.CANARY);
                    assertThat(Files.readString(process.resolve("cmdline"))).doesNotContain(Victim.CANARY);
                }
            });
            try (var files = Files.list(journal())) {
                assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(Victim.CANARY));
            }
            List<ProcessHandle> children = victim.children();
            victim.kill();
            victim.awaitEnd();
            awaitNothingLeft(emulator, children);
        }
    }

    private void awaitNothingLeft(AivenEmulator emulator, List<ProcessHandle> children) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(emulator.projects()).as("projects").isEmpty();
            assertThat(journal()).as("journals").isEmptyDirectory();
            assertThat(children).as("processes").allMatch(child -> !child.isAlive() || isZombie(child));
        });
    }

    /** An orphan that has ended may stay in the process table, without a command line, if nobody reaps it. */
    private static boolean isZombie(ProcessHandle process) {
        return process.info().commandLine().isEmpty();
    }

    private Path journal() throws IOException {
        return Files.createDirectories(directory.resolve("journal"));
    }

    private static AivenEmulator emulator() {
        return AivenEmulator.builder().token(Victim.CANARY).engines(List.of()).start();
    }
}

package io.github.aivenjunit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What cannot be written down is not created, and what was written down goes, even when the disk of the journal has no
 * room for the news. The disks are real ones, mounted where only the victim sees them.
 */
class DiskTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Room for the journal's first page, and no more. */
    private static final String SMALL_DISK = "mount -t tmpfs -o size=4k none \"$0\" && exec \"$@\"";

    private static final String READ_ONLY =
            "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"";

    @TempDir
    Path directory;

    @BeforeAll
    static void thisSystemLetsUsMount() throws Exception {
        assumeThat(canMount())
                .as("This system does not let its users mount file systems of their own (unshare -rm).")
                .isTrue();
    }

    @Test
    void aDiskThatFillsUpRefusesTheNextServiceAndNothingIsLeft() throws Exception {
        Path journal = Files.createDirectories(directory.resolve("journal"));
        try (AivenEmulator emulator = emulator();
                Victim victim = victim(SMALL_DISK, journal, emulator, Map.of(), "crowd")) {
            String refusal = victim.awaitLine("refused: ");
            victim.awaitEnd();

            assertThat(refusal)
                    .startsWith("refused: The journal " + journal)
                    .endsWith(" cannot be written: No space left on device. Make room for it, or set aiven.journal to"
                            + " another directory.");
            awaitNothingLeft(emulator, 3);
        }
    }

    @Test
    void aJvmThatDiesOnAFullDiskLeavesNothing() throws Exception {
        Path journal = Files.createDirectories(directory.resolve("journal"));
        try (AivenEmulator emulator = emulator();
                Victim victim = victim(SMALL_DISK, journal, emulator, Map.of(), "crowd-halt")) {
            victim.awaitLine("refused: ");
            victim.awaitEnd();

            awaitNothingLeft(emulator, 3);
        }
    }

    @Test
    void aHomeThatCannotBeWrittenMeansThatNothingIsCreated() throws Exception {
        Path home = Files.createDirectories(directory.resolve("home"));
        try (AivenEmulator emulator = emulator();
                Victim victim = victim(READ_ONLY, home, emulator, journalBelow(home), "close")) {
            String refusal = victim.awaitLine("failed: ");
            victim.awaitEnd();

            assertThat(refusal)
                    .startsWith("failed: The journal " + home)
                    .endsWith(": Read-only file system. Make the directory writable, or set aiven.journal to another"
                            + " one.");
            assertThat(emulator.requests()).noneMatch(DiskTests::creates);
        }
    }

    @Test
    void aHomeThatCannotBeWrittenDoesNotMatterWithAJournalElsewhere() throws Exception {
        Path home = Files.createDirectories(directory.resolve("home"));
        Path journal = Files.createDirectories(directory.resolve("journal"));
        Map<String, String> environment =
                Map.of("XDG_STATE_HOME", home.toString(), "AIVEN_JOURNAL", journal.toString());
        try (AivenEmulator emulator = emulator();
                Victim victim = victim(READ_ONLY, home, emulator, environment, "close")) {
            victim.awaitReady();
            victim.awaitEnd();

            awaitNothingLeft(emulator, 3);
            assertThat(journal).isEmptyDirectory();
        }
    }

    private static Victim victim(
            String mount, Path where, AivenEmulator emulator, Map<String, String> environment, String ending)
            throws IOException {
        return Victim.start(
                List.of("unshare", "-rm", "sh", "-c", mount, where.toString()),
                emulator.endpoint(),
                where,
                environment,
                ending);
    }

    private static Map<String, String> journalBelow(Path home) {
        return Map.of("XDG_STATE_HOME", home.toString(), "AIVEN_JOURNAL", "");
    }

    private static void awaitNothingLeft(AivenEmulator emulator, int createdAtLeast) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(emulator.projects()).as("projects").isEmpty());
        assertThat(emulator.requests().stream().filter(DiskTests::creates).count())
                .as("created before the disk was full")
                .isGreaterThanOrEqualTo(createdAtLeast);
    }

    private static boolean creates(ReceivedRequest request) {
        return request.method().equals("POST");
    }

    private static boolean canMount() throws IOException, InterruptedException {
        Process attempt = new ProcessBuilder("unshare", "-rm", "true").start();
        return attempt.waitFor(10, TimeUnit.SECONDS) && attempt.exitValue() == 0;
    }

    private static AivenEmulator emulator() {
        return AivenEmulator.builder().token(Victim.CANARY).engines(List.of()).start();
    }
}

package io.github.aivenjunit.provision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.config.ConfigSource;
import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.provision.AivenSession;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.spec.ProjectSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that take the emulator for Aiven. */
class WatchedProvisioningTests {

    private static final String MAIN = "io.github.aivenjunit.watchdog.internal.WatchdogMain";

    @TempDir
    Path directory;

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();

    @AfterEach
    void close() {
        emulator.close();
    }

    @Test
    void aSessionOnAivenIsWatchedAsLongAsItLasts() throws Exception {
        try (AivenSession session = AivenSession.open(configuration("required"));
                ProvisionedProject project =
                        session.plan(ProjectSpec.builder("watched").build())) {
            assertThat(watchdogs()).isEmpty();
            project.provision();
            assertThat(watchdogs()).hasSize(1);
        }
        assertThat(watchdogs()).isEmpty();
        assertThat(emulator.projects()).isEmpty();
        assertThat(directory.resolve("journal")).isEmptyDirectory();
    }

    @Test
    void theWatchdogCanBeSwitchedOff() throws Exception {
        try (AivenSession session = AivenSession.open(configuration("off"));
                ProvisionedProject project =
                        session.plan(ProjectSpec.builder("unwatched").build())) {
            project.provision();
            assertThat(watchdogs()).isEmpty();
        }
    }

    private Configuration configuration(String mode) throws Exception {
        Path file = Files.writeString(
                directory.resolve("aiven.properties"),
                String.join(
                        "\n",
                        "url=" + emulator.endpoint(),
                        "token=" + emulator.token(),
                        "journal=" + directory.resolve("journal"),
                        "watchdog=" + mode));
        return Configuration.of(List.of(ConfigSource.userFile(file)));
    }

    private static List<ProcessHandle> watchdogs() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(MAIN))
                .toList();
    }
}

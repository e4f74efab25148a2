package io.github.aivenjunit.verification.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.aivenjunit.emulator.AivenEmulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However Surefire and Maven end a fork, nothing is left. Starts a Maven, so it belongs to the profile {@code kill-matrix}. */
class SurefireEndTests {

    @TempDir
    Path directory;

    private final AivenEmulator emulator =
            AivenEmulator.builder().token(Victim.CANARY).engines(List.of()).start();

    @AfterEach
    void closeEmulator() {
        emulator.close();
    }

    @Test
    void aForkThatSurefireKillsAfterItsTimeoutLeavesNothing() throws Exception {
        try (SurefireBuild build = build(HangingCase.class, Map.of("surefire.timeout", "15"))) {
            build.awaitEnd();
            build.awaitNothingLeft();
        }
    }

    @Test
    void aForkWhoseMavenIsKilledLeavesNothing() throws Exception {
        try (SurefireBuild build = build(HangingCase.class, Map.of())) {
            awaitProject();
            build.kill();
            build.awaitNothingLeft();
        }
    }

    @Test
    void aForkThatIsKilledWithItsMavenLeavesNothing() throws Exception {
        try (SurefireBuild build = build(HangingCase.class, Map.of("surefire.shutdown", "kill"))) {
            awaitProject();
            build.kill();
            build.awaitNothingLeft();
        }
    }

    @Test
    void aMavenThatIsInterruptedLeavesNothing() throws Exception {
        try (SurefireBuild build = build(HangingCase.class, Map.of())) {
            awaitProject();
            build.terminate();
            build.awaitNothingLeft();
        }
    }

    @Test
    void aRunThatEndsWellLeavesTheTokenInNoFile() throws Exception {
        try (SurefireBuild build = build(PassingCase.class, Map.of("trimStackTrace", "false"))) {
            build.awaitSuccess();
            build.awaitNothingLeft();
            assertThat(directory.resolve("target/surefire-reports")).isNotEmptyDirectory();
            try (Stream<Path> files = Files.walk(directory)) {
                assertThat(files.filter(Files::isRegularFile))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                                .doesNotContain(Victim.CANARY));
            }
        }
    }

    private void awaitProject() {
        await().atMost(SurefireBuild.PATIENCE).untilAsserted(() -> {
            assertThat(emulator.projects()).hasSize(1);
            assertThat(emulator.services()).hasSize(1);
        });
    }

    private SurefireBuild build(Class<?> fixture, Map<String, String> properties) throws IOException {
        String classes =
                fixture.getProtectionDomain().getCodeSource().getLocation().getPath();
        return SurefireBuild.start(directory, emulator, Path.of(classes), fixture.getSimpleName(), properties);
    }
}

package io.github.aivenjunit.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.config.ConfigSource;
import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.provision.AivenSession;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.spec.ProjectSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sweep that a session of tests does by the way. */
class SessionSweepTests {

    @TempDir
    private Path directory;

    private Wreckage aiven;

    @BeforeEach
    void start() {
        aiven = new Wreckage(directory);
        aiven.project("aj-expired", Duration.ofHours(-1), Map.of());
        aiven.project("aj-dead", Duration.ofHours(1), Map.of());
        aiven.deadSession("aj-dead");
        aiven.project("aj-unexpired", Duration.ofHours(1), Map.of());
    }

    @AfterEach
    void stop() {
        aiven.close();
    }

    @Test
    void theFirstProjectOfASessionBeginsASweepWhileTheProjectIsUsed() {
        runSession(
                Map.of(),
                () -> Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> !aiven.projects().contains("aj-dead")
                                && !aiven.projects().contains("aj-expired")));

        assertThat(aiven.projects()).containsExactly("aj-unexpired");
        assertThat(directory.resolve("journal")).isEmptyDirectory();
    }

    @Test
    void itCanBeSwitchedOff() {
        runSession(Map.of("aiven.sweep", "false"), () -> {});

        assertThat(aiven.projects()).containsExactly("aj-dead", "aj-expired", "aj-unexpired");
    }

    @Test
    void itNeverFailsASession() {
        aiven.emulator().inject(new Fault.Html(Target.operation("ProjectList"), 400));

        runSession(Map.of(), () -> {});

        assertThat(aiven.projects()).containsExactly("aj-dead", "aj-expired", "aj-unexpired");
    }

    private void runSession(Map<String, String> parameters, Runnable test) {
        Configuration configuration = Configuration.of(List.of(
                ConfigSource.configurationParameters(key -> Optional.ofNullable(parameters.get(key))
                        .or(() -> Optional.of(key)
                                .filter("aiven.journal"::equals)
                                .map(journal -> aiven.journals().toString()))
                        .or(() -> Optional.of(key)
                                .filter("aiven.watchdog"::equals)
                                .map(watchdog -> "OFF"))),
                ConfigSource.userFile(aiven.emulator().writeUserFile(directory))));
        try (AivenSession session = AivenSession.open(configuration);
                ProvisionedProject provisioned =
                        session.plan(ProjectSpec.builder("sweeping").build())) {
            String ours = provisioned.provision().name();

            assertThat(aiven.projects()).contains(ours);
            test.run();
            assertThat(aiven.projects()).contains(ours);
        }
    }
}

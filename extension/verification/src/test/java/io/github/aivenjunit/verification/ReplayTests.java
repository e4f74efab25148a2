package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.EmulatedService;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.emulator.scenario.Scenario;
import io.github.aivenjunit.emulator.time.BuildTimeline;
import io.github.aivenjunit.emulator.time.BuildTimes;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import io.github.aivenjunit.jupiter.AivenFault;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenValkey;
import io.github.aivenjunit.project.ValkeyService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What happened to a run happens again when its recording is replayed. */
class ReplayTests {

    @TempDir
    private Path directory;

    @Test
    void aFailureIsRepeatedWithTheSameMessage() {
        Map<String, String> record =
                Map.of("aiven.record", directory.resolve("run.jsonl").toString());
        Map<String, String> replay =
                Map.of("aiven.replay", directory.resolve("run.jsonl").toString());

        String first = failure(ExtensionRun.withoutToken(record, StuckTestCase.class));
        String again = failure(ExtensionRun.withoutToken(replay, InnocentTestCase.class));

        assertThat(first).contains("it did not pass the step API_STATE").contains("Last state: REBUILDING");
        assertThat(again).isEqualTo(first);
    }

    /** Without what differs from run to run: the project's name, and times. */
    private static String failure(EngineExecutionResults results) {
        return String.valueOf(ExtensionRun.onlyFailure(results).getMessage())
                .replaceAll("aj-[a-z0-9-]+", "PROJECT")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
                .replaceAll("\\d+\\.\\d s", "DURATION");
    }

    @AivenProject
    @AivenFault(kind = "StuckRebuilding", service = "valkey")
    @AivenValkey(timeout = "3s")
    static class StuckTestCase {
        @Test
        void neverRuns() {}
    }

    @AivenProject
    @AivenValkey(timeout = "3s")
    static class InnocentTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void statesAndFailuresAreRecordedWithTheirTimesAndWithoutNamesAndSecrets() throws IOException {
        Path file = directory.resolve("run.jsonl");
        String project;
        String token;
        try (ExtensionRun run = ExtensionRun.on(AivenEmulator.builder()
                .buildTimes(BuildTimes.fixed(Duration.ofMillis(600)))
                .start())) {
            run.emulator()
                    .inject(new Fault.ServerError(
                            Target.operation("ServiceCreate").once(), 502, Moment.AFTER_COMMIT));
            run.emulator()
                    .inject(new Fault.RateLimited(
                            Target.operation("ServiceDelete").once(), Optional.of(Duration.ofSeconds(1))));
            run.with("aiven.record", file.toString()).with("aiven.pollInterval", "50ms");

            EngineExecutionResults results = run.succeeds(1, SecretiveTestCase.class);

            project = ExtensionRun.reported(results, "aiven.project").get(0);
            token = run.emulator().token();
        }

        assertThat(Files.readString(file))
                .contains("\"path\":\"/v1/project/project-1/service/service-1\"", "\"state\":\"RUNNING\"")
                .doesNotContain(project, token, "confidential", "AVNS_", "password");
        Scenario scenario = Scenario.read(file);
        assertThat(scenario.faults())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("target")
                .containsExactly(
                        new Fault.ServerError(Target.anyRequest(), 502, Moment.AFTER_COMMIT),
                        new Fault.RateLimited(Target.anyRequest(), Optional.of(Duration.ofSeconds(1))));
        assertThat(scenario.builds()).singleElement().satisfies(build -> {
            assertThat(build.serviceType()).isEqualTo("valkey");
            assertThat(build.timeline().steps())
                    .extracting(BuildTimeline.Step::state)
                    .startsWith(BuildTimeline.State.REBUILDING)
                    .endsWith(BuildTimeline.State.RUNNING);
        });
        replaysAtItsOwnPace(scenario);
    }

    /** On a clock that only the test moves: not a moment before the recorded one. */
    private static void replaysAtItsOwnPace(Scenario scenario) {
        List<BuildTimeline.Step> steps = scenario.builds().get(0).timeline().steps();
        Duration running = steps.get(steps.size() - 1).after();
        EmulatorClock.Manual clock = EmulatorClock.manual();
        try (ScenarioServices services = new ScenarioServices(scenario, clock)) {
            services.create("first");
            clock.advance(running.minusMillis(1));
            assertThat(services.state("first")).isEqualTo("REBUILDING");
            clock.advance(Duration.ofMillis(1));
            assertThat(services.state("first")).isEqualTo("RUNNING");
        }
    }

    @AivenProject(tags = "purpose=confidential")
    @AivenValkey(name = "confidential")
    static class SecretiveTestCase {
        @Test
        void runs(ValkeyService valkey) {
            assertThat(valkey.password()).isNotBlank();
        }
    }

    @Test
    void aRecordingIsNotReplayedOnAiven() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.with("aiven.replay", directory.resolve("run.jsonl").toString());

            assertThat(ExtensionRun.onlyFailure(run.run(InnocentTestCase.class)))
                    .hasMessageMatching(
                            "aiven\\.replay from .* needs the emulator, and the token from .* leads to Aiven\\."
                                    + " Remove one of them\\.");
        }
    }

    @Test
    void whatIsNoRecordingIsSaidWithItsLine() throws IOException {
        Path file = Files.writeString(directory.resolve("odd.jsonl"), "{\"aivenRecording\":1}\n{\"at\":1}\n");

        assertThat(ExtensionRun.onlyFailure(
                        ExtensionRun.withoutToken(Map.of("aiven.replay", file.toString()), InnocentTestCase.class)))
                .hasMessage(file + " line 2 is no recording of a run ('took' is missing). Record one with"
                        + " aiven.record=FILE.");
    }

    /** An emulator without servers, asked through a client. */
    private static final class ScenarioServices implements AutoCloseable {

        private final AivenEmulator emulator;

        ScenarioServices(Scenario scenario, EmulatorClock clock) {
            emulator = AivenEmulator.builder()
                    .engines(List.of())
                    .clock(clock)
                    .scenario(scenario)
                    .start();
            emulator.createProject("orders", Map.of());
        }

        void create(String name) {
            try (var client = AivenClient.builder()
                    .endpoint(emulator.endpoint())
                    .token(ApiToken.of(emulator.token()))
                    .build()) {
                client.services()
                        .create(
                                "orders",
                                ServiceCreate.builder(name, "valkey", "startup-4")
                                        .build());
            }
        }

        String state(String name) {
            return emulator.services().stream()
                    .filter(service -> service.name().equals(name))
                    .map(EmulatedService::state)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            emulator.close();
        }
    }
}

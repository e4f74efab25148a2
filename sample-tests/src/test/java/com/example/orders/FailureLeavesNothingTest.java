package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.PostgresService;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A class whose test fails on purpose, run against an emulator that can be asked what is left. */
class FailureLeavesNothingTest {

    @Test
    void afterAFailedTestTheProjectIsGone(@TempDir Path directory) {
        try (AivenEmulator emulator = AivenEmulator.start()) {
            EngineTestKit.engine("junit-jupiter")
                    .configurationParameter(
                            "aiven.configFile",
                            emulator.writeUserFile(directory).toString())
                    .selectors(selectClass(FailingTestCase.class))
                    .execute()
                    .testEvents()
                    .assertStatistics(statistics -> statistics.started(1).failed(1));

            assertThat(emulator.requests())
                    .anyMatch(request ->
                            request.method().equals("POST") && request.path().equals("/v1/project"));
            assertThat(emulator.projects()).isEmpty();
        }
    }

    @AivenProject
    @AivenPostgres
    static class FailingTestCase {

        @Test
        void failsOnPurpose(PostgresService postgres) {
            assertThat(postgres.databases()).contains("no-such-database");
        }
    }
}

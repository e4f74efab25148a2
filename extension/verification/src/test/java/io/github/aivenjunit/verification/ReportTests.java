package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.project.PostgresService;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What a run says about itself. */
class ReportTests {

    @Test
    void aRunWithoutATokenSaysThatItWasEmulated() {
        EngineExecutionResults results = ExtensionRun.withoutToken(Map.of(), EmulatedTestCase.class);

        assertThat(ExtensionRun.failures(results)).isEmpty();
        assertThat(ExtensionRun.reported(results, "aiven.mode")).containsExactly("emulated");
    }

    @AivenProject
    @AivenPostgres
    static class EmulatedTestCase {
        @Test
        void saysSo(EphemeralProject project) {
            assertThat(project.mode()).isEqualTo(Mode.EMULATED);
        }
    }

    @Test
    void aRunWithATokenReportsProjectCloudAndSecondsPerRung() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results = run.succeeds(1, CloudTestCase.class);

            assertThat(ExtensionRun.reported(results, "aiven.mode")).containsExactly("cloud");
            assertThat(ExtensionRun.reported(results, "aiven.cloud")).containsExactly("aws-eu-west-1");
            assertThat(ExtensionRun.reported(results, "aiven.project")).hasSize(1);
            for (String rung : new String[] {"api-state", "dns", "tcp", "tls", "login", "query", "resources"}) {
                assertThat(ExtensionRun.reported(results, "aiven.service.orders." + rung + ".seconds"))
                        .as(rung)
                        .singleElement()
                        .asString()
                        .matches("\\d+\\.\\d{3}");
            }
        }
    }

    @AivenProject(cloud = "aws-eu-west-1")
    @AivenPostgres(name = "orders", databases = "orders")
    static class CloudTestCase {
        @Test
        void isUsable(PostgresService orders) {
            assertThat(orders.readiness().total()).isPositive();
            assertThat(orders.cloud()).isEqualTo("aws-eu-west-1");
        }
    }

    @Test
    void aClassThatWantsATokenIsSkippedWithoutOne() {
        EngineExecutionResults results = ExtensionRun.withoutToken(Map.of(), SkippedTestCase.class);

        results.containerEvents().assertStatistics(statistics -> statistics.skipped(1));
        results.testEvents().assertStatistics(statistics -> statistics.started(0));
    }

    @Test
    void everyClassIsSkippedWithoutATokenWhenTheConfigurationSaysSo() {
        EngineExecutionResults results =
                ExtensionRun.withoutToken(Map.of("aiven.disabledWithoutToken", "true"), EmulatedTestCase.class);

        results.containerEvents().assertStatistics(statistics -> statistics.skipped(1));
    }

    @Test
    void aClassThatWantsATokenRunsWithOne() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, SkippedTestCase.class);
        }
    }

    @AivenProject(disabledWithoutToken = true)
    static class SkippedTestCase {
        @Test
        void runs(EphemeralProject project) {
            assertThat(project.mode()).isEqualTo(Mode.CLOUD);
        }
    }
}

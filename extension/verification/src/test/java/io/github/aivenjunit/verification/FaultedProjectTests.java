package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.fault.DeadAddress;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenValkey;
import io.github.aivenjunit.project.ValkeyService;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What our extension makes of the emulator's faults. The emulator's README has the table. */
class FaultedProjectTests {

    @Test
    void aStateThatFlapsDelaysAProjectAndNothingMore() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator().inject(new Fault.Flapping(2));

            run.succeeds(1, ValkeyTestCase.class);
        }
    }

    @Test
    void aServiceThatNobodyCanConnectToIsNotReady() {
        Map.of(DeadAddress.REFUSED, "TCP", DeadAddress.UNKNOWN_HOST, "DNS").forEach((address, step) -> {
            try (ExtensionRun run = ExtensionRun.onEmulator()) {
                run.emulator().inject(new Fault.Unreachable("valkey", address));

                assertThat(ExtensionRun.onlyFailure(run.run(HastyTestCase.class)))
                        .hasMessageContaining("it did not pass the step " + step)
                        .hasMessageContaining("Last state: RUNNING");
                run.assertNothingLeft();
            }
        });
    }

    @Test
    void aProjectWithUnusedCreditsIsLeftEmptyAndMarked() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator().inject(new Fault.UnusedCredits(300));

            assertThat(ExtensionRun.failures(run.run(ValkeyTestCase.class))).isEmpty();
            assertThat(run.emulator().projects()).singleElement().satisfies(project -> {
                assertThat(project.services()).isEmpty();
                assertThat(project.tags()).containsKey("aiven-junit-tombstone");
            });
        }
    }

    @AivenProject
    @AivenValkey
    static class ValkeyTestCase {
        @Test
        void runs(ValkeyService valkey) {
            assertThat(valkey.port()).isPositive();
        }
    }

    @AivenProject
    @AivenValkey(timeout = "3s")
    static class HastyTestCase {
        @Test
        void neverRuns() {}
    }
}

package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The balance that a run leaves: what was created, and what became of it. */
class LedgerTests {

    @Test
    void aDeletedProjectIsInTheLedger() throws IOException {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, OneServiceTestCase.class);

            assertThat(ledger(run))
                    .contains("\"created\":1,\"deleted\":1,\"tombstone\":0,\"kept\":0,\"left\":0")
                    .containsPattern("\"project\":\"aj-oneservicetestcase-[^\"]+\",\"fate\":\"deleted\"")
                    .contains("\"name\":\"pg\"", "\"left\":[]")
                    .doesNotContain(run.emulator().token());
        }
    }

    @Test
    void anEmptyProjectThatAivenKeepsIsATombstone() throws IOException {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator().inject(new Fault.OpenBalance());
            run.run(OneServiceTestCase.class);

            assertThat(ledger(run)).contains("\"created\":1,\"deleted\":0,\"tombstone\":1,\"kept\":0,\"left\":0");
        }
    }

    @Test
    void whatIsLeftIsNamedWithItsPrice() throws IOException {
        try (ExtensionRun run = refusing()) {
            assertThat(ExtensionRun.failures(run.run(OneServiceTestCase.class))).hasSize(1);

            assertThat(ledger(run))
                    .contains("\"created\":1,\"deleted\":0,\"tombstone\":0,\"kept\":0,\"left\":1")
                    .contains("\"service\":\"pg\"")
                    .containsPattern("\"hourlyPrice\":\"[0-9.]+ USD\"");
        }
    }

    @Test
    void aLeakFailsTheRunWhenThatIsWanted() {
        try (ExtensionRun run = refusing().with("aiven.leaks", "fail")) {
            // The class, and then the run as a whole.
            assertThat(ExtensionRun.failures(run.run(OneServiceTestCase.class))).hasSize(2);
        }
    }

    @Test
    void whatWasEmulatedIsInNoLedger() {
        assertThat(ExtensionRun.failures(ExtensionRun.withoutToken(Map.of(), OneServiceTestCase.class)))
                .isEmpty();
    }

    private static ExtensionRun refusing() {
        ExtensionRun run = ExtensionRun.onEmulator().with("aiven.deletionTimeout", "100ms");
        run.emulator().inject(new Fault.Html(Target.operation("ServiceDelete"), 405));
        return run;
    }

    private static String ledger(ExtensionRun run) throws IOException {
        assertThat(run.ledgers()).hasSize(1);
        return Files.readString(run.ledgers().get(0));
    }

    @AivenProject
    @AivenPostgres
    static class OneServiceTestCase {
        @Test
        void runs() {}
    }
}

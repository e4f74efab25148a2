package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.deletion.DeletionFailedException;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.jupiter.AivenKafkaMirrorMaker;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Deletions that the next class does not wait for. */
@Timeout(120)
class BackgroundDeletionTests {

    @Test
    void theSessionWaitsForTheDeletionsThatItsClassesDidNotWaitFor() {
        try (ExtensionRun run = onEmulator()) {
            try (LaunchedSession session = run.launch()) {
                session.succeeds(2, FirstTestCase.class, SecondTestCase.class);
            }
            assertThat(run.creations()).isEqualTo(2);
            run.assertNothingLeft();
        }
    }

    @Test
    void withoutALauncherThePlanWaits() {
        try (ExtensionRun run = onEmulator()) {
            run.succeeds(2, FirstTestCase.class, SecondTestCase.class);
        }
    }

    @Test
    void aDeletionThatFailsFailsNoClassAndIsInTheLedger() throws IOException {
        try (ExtensionRun run = refusing()) {
            try (LaunchedSession session = run.launch()) {
                session.succeeds(1, FirstTestCase.class);
            }
            assertThat(run.ledgers()).hasSize(1);
            assertThat(Files.readString(run.ledgers().get(0)))
                    .contains("\"created\":1,\"deleted\":0,\"tombstone\":0,\"kept\":0,\"left\":1");
        }
    }

    @Test
    void aDeletionThatFailsFailsTheSessionWhereLeaksDo() {
        try (ExtensionRun run = refusing().with("aiven.leaks", "fail")) {
            LaunchedSession session = run.launch();
            session.succeeds(1, FirstTestCase.class);

            assertThatThrownBy(session::close).isInstanceOf(DeletionFailedException.class);
        }
    }

    private static ExtensionRun onEmulator() {
        return ExtensionRun.on(AivenEmulator.builder().engines(List.of()).start())
                .with("aiven.deletion", "background");
    }

    private static ExtensionRun refusing() {
        ExtensionRun run = onEmulator().with("aiven.deletionTimeout", "100ms");
        run.emulator().inject(new Fault.Html(Target.operation("ServiceDelete"), 405));
        return run;
    }

    @AivenProject
    @AivenKafkaMirrorMaker
    abstract static class Case {

        @Test
        void hasAProject(EphemeralProject project) {
            assertThat(project.services()).hasSize(1);
        }
    }

    static class FirstTestCase extends Case {}

    static class SecondTestCase extends Case {}
}

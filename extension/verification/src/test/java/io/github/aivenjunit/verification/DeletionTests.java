package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.ServiceUpdate;
import io.github.aivenjunit.emulator.EmulatedProject;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.spec.Keep;
import io.github.aivenjunit.spec.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What is gone after a class, and what is said when something is not. */
class DeletionTests {

    @Test
    void terminationProtectionIsLifted() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, ProtectingTestCase.class);
        }
    }

    @AivenProject
    @AivenPostgres
    static class ProtectingTestCase {
        @Test
        void protects(EphemeralProject project, PostgresService postgres) {
            project.client()
                    .services()
                    .update(
                            project.name(),
                            postgres.serviceName(),
                            ServiceUpdate.builder().terminationProtection(true).build());
        }
    }

    @Test
    void servicesThatATestMadeAreDeletedToo() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, CreatingTestCase.class);
        }
    }

    @AivenProject
    @AivenPostgres
    static class CreatingTestCase {
        @Test
        void creates(EphemeralProject project) {
            project.createService(
                    ServiceSpec.builder("pg", "startup-4").name("more").build());

            assertThat(project.service("more", PostgresService.class).port()).isPositive();
        }
    }

    @Test
    void whatWasCreatedBeforeAServiceFailedIsDeleted() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator().inject(new Fault.StuckRebuilding("second"));

            assertThat(ExtensionRun.onlyFailure(run.run(HalfWayTestCase.class)).getMessage())
                    .matches("Service 'second' \\(pg\\) was not usable after \\d\\.\\d s: it did not pass the step"
                            + " API_STATE, last problem none\\. Last state: REBUILDING.*\\. Recent events: .*\\. Look at"
                            + " https://console\\.aiven\\.io/project/aj-\\S+/services/second/overview or give it longer"
                            + " with 'timeout' of service 'second' or aiven\\.timeout\\.");
            assertThat(run.creations()).isEqualTo(1);
            run.assertNothingLeft();
        }
    }

    @AivenProject
    @AivenPostgres(name = "first")
    @AivenPostgres(name = "second", timeout = "500ms")
    static class HalfWayTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void aLostAnswerToTheCreateCallLeavesNothing() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator()
                    .inject(new Fault.Disconnect(
                            Target.operation("ProjectCreate").once(), Moment.AFTER_COMMIT));

            run.succeeds(1, PlainTestCase.class);
            assertThat(run.creations()).isEqualTo(1);
        }
    }

    @AivenProject
    static class PlainTestCase {
        @Test
        void runs(EphemeralProject project) {
            assertThat(project.services()).isEmpty();
        }
    }

    @Test
    void aNewProjectThatDoesNotKnowItsCreatorYetIsWaitedFor() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator().inject(new Fault.MembershipLag(2));

            run.succeeds(1, PlainTestCase.class);
        }
    }

    @Test
    void anOpenBalanceLeavesAnEmptyTombstoneAndDoesNotFail() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator().inject(new Fault.OpenBalance());

            EngineExecutionResults results = run.run(OnePostgresTestCase.class);

            assertThat(ExtensionRun.failures(results)).isEmpty();
            assertThat(run.emulator().projects()).singleElement().satisfies(project -> {
                assertThat(project.services()).isEmpty();
                assertThat(project.tags()).containsKey("aiven-junit-tombstone");
            });
        }
    }

    @AivenProject
    @AivenPostgres
    static class OnePostgresTestCase {
        @Test
        void runs(PostgresService postgres) {
            assertThat(postgres.port()).isPositive();
        }
    }

    @Test
    void aFailedDeletionFailsTheClassAndSaysWhatIsLeftAndWhatItCosts() {
        try (ExtensionRun run = ExtensionRun.onEmulator().with("aiven.deletionTimeout", "100ms")) {
            run.emulator().inject(refuseServiceDeletion());

            assertThat(ExtensionRun.onlyFailure(run.run(OnePostgresTestCase.class))
                            .getMessage())
                    .matches("Not deleted: service 'pg' of project '(aj-\\S+)', which costs [0-9.]+ USD an hour,"
                            + " \\(DELETE /v1/project/\\1/service/pg .*\\); remove it with: avn service terminate"
                            + " --force --project \\1 pg\\.");
        }
    }

    @Test
    void aFailedDeletionDoesNotHideTheFailureOfTheTest() {
        try (ExtensionRun run = ExtensionRun.onEmulator().with("aiven.deletionTimeout", "100ms")) {
            run.emulator().inject(refuseServiceDeletion());

            List<String> failures = ExtensionRun.failures(run.run(FailingPostgresTestCase.class));

            assertThat(failures).hasSize(2);
            assertThat(failures.get(0)).contains("the test fails on purpose");
            assertThat(failures.get(1)).contains("Not deleted: service 'pg'");
        }
    }

    private static Fault refuseServiceDeletion() {
        return new Fault.Html(Target.operation("ServiceDelete"), 405);
    }

    @AivenProject
    @AivenPostgres
    static class FailingPostgresTestCase {
        @Test
        void fails() {
            throw new IllegalStateException("the test fails on purpose");
        }
    }

    @Test
    void inAnExistingProjectOnlyOurServicesAreDeleted() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator().createProject("shared", Map.of("owner", "somebody"));

            EngineExecutionResults results = run.run(ExistingTestCase.class);

            assertThat(ExtensionRun.failures(results)).isEmpty();
            assertThat(run.creations()).isZero();
            assertThat(run.emulator().projects()).singleElement().satisfies(project -> {
                assertThat(project.name()).isEqualTo("shared");
                assertThat(project.services()).isEmpty();
            });
        }
    }

    @Test
    void anExistingProjectIsMadeWhenTheEmulatorIsEmpty() {
        EngineExecutionResults results = ExtensionRun.withoutToken(Map.of(), ExistingTestCase.class);

        assertThat(ExtensionRun.failures(results)).isEmpty();
    }

    @AivenProject(existing = "shared")
    @AivenPostgres(name = "orders")
    static class ExistingTestCase {
        @Test
        void hasAUniqueService(EphemeralProject project, PostgresService orders) {
            assertThat(project.name()).isEqualTo("shared");
            assertThat(orders.name()).isEqualTo("orders");
            assertThat(orders.serviceName()).matches("orders-[a-z0-9]{6}");
        }
    }

    @Test
    void aFailedClassIsKeptWhenThatIsWanted() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results = run.run(KeptTestCase.class);

            EmulatedProject kept = run.emulator().projects().get(0);
            assertThat(ExtensionRun.reported(results, "aiven.kept"))
                    .singleElement()
                    .asString()
                    .contains(
                            "Kept project " + kept.name() + " until ",
                            "Look at https://console.aiven.io/project/" + kept.name() + "/services",
                            "avn service get --json --project " + kept.name() + " pg",
                            "avn service terminate --force --project " + kept.name() + " pg",
                            "avn project delete " + kept.name());
            assertThat(kept.services()).hasSize(1);
        }
    }

    @AivenProject(keep = Keep.ON_FAILURE)
    @AivenPostgres
    static class KeptTestCase {
        @Test
        void fails() {
            throw new IllegalStateException("the test fails on purpose");
        }
    }

    @Test
    void aPassingClassIsNotKept() {
        try (ExtensionRun run = ExtensionRun.onEmulator().with("aiven.keep", "on_failure")) {
            run.succeeds(1, PlainTestCase.class);
        }
    }

    @Test
    void passingTroubleOfTheApiDelaysADeletionAndNothingMore() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator()
                    .inject(new Fault.ServerError(
                            Target.operation("ProjectDelete").once(), 503, Moment.AFTER_COMMIT));
            run.emulator()
                    .inject(new Fault.RateLimited(
                            Target.operation("ServiceList").once(), Optional.of(Duration.ofSeconds(0))));

            run.succeeds(1, OnePostgresTestCase.class);
        }
    }
}

package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.fault.Target;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.spec.Scope;
import io.github.aivenjunit.spec.ServiceSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Classes that declare the same share a project when they ask for it. */
class SharedProjectTests {

    private static final String SEEN = "seen";

    @Test
    void classesSideBySideShareOneProject() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results = run.succeeds(
                    4, FirstTestCase.class, SecondTestCase.class, ThirdTestCase.class, OtherTestCase.class);

            assertThat(ExtensionRun.reported(results, SEEN)).hasSize(4);
            assertThat(ExtensionRun.reported(results, SEEN).stream().distinct()).hasSize(2);
            assertThat(run.creations()).isEqualTo(2);
        }
    }

    @Test
    void classesOnTheEmbeddedEmulatorShareToo() {
        EngineExecutionResults results =
                ExtensionRun.withoutToken(Map.of(), FirstTestCase.class, SecondTestCase.class, ThirdTestCase.class);

        assertThat(ExtensionRun.failures(results)).isEmpty();
        assertThat(ExtensionRun.reported(results, SEEN)).hasSize(3);
        assertThat(ExtensionRun.reported(results, SEEN).stream().distinct()).hasSize(1);
    }

    @Test
    void theConfigurationCanAskForIt() {
        try (ExtensionRun run = ExtensionRun.onEmulator().with("aiven.scope", "run")) {
            run.succeeds(2, PlainTestCase.class, AlsoPlainTestCase.class);

            assertThat(run.creations()).isEqualTo(1);
        }
    }

    @Test
    void aFailureIsTheFailureOfEveryClassWithTheSameMessage() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator().inject(new Fault.Html(Target.operation("ServiceCreate"), 405));

            List<String> failures = ExtensionRun.failures(run.run(FirstTestCase.class, SecondTestCase.class));

            assertThat(failures).hasSize(2);
            assertThat(failures.stream().distinct()).hasSize(1);
            assertThat(run.creations()).isEqualTo(1);
            run.assertNothingLeft();
        }
    }

    @Test
    void aProjectThatExistsIsNotShared() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            assertThat(ExtensionRun.onlyFailure(run.run(ExistingTestCase.class)))
                    .hasMessage(
                            "Scope RUN from 'scope' in the declaration of ExistingTestCase and 'existing' exclude each"
                                    + " other: the last class out deletes the whole project, and a project from 'existing' in"
                                    + " the declaration of ExistingTestCase is not ours to delete. Remove 'existing', or set"
                                    + " 'scope' to CLASS.");
            assertThat(run.creations()).isZero();
        }
    }

    @Test
    void aSharedProjectIsNotKept() {
        try (ExtensionRun run = ExtensionRun.onEmulator().with("aiven.keep", "on_failure")) {
            assertThat(ExtensionRun.onlyFailure(run.run(FirstTestCase.class)))
                    .hasMessage(
                            "Scope RUN from 'scope' in the declaration of FirstTestCase and 'keep' exclude each other:"
                                    + " the last class out deletes what a failed one would keep, as configuration parameter"
                                    + " aiven.keep asks. Remove 'keep', or set 'scope' to CLASS.");
            assertThat(run.creations()).isZero();
        }
    }

    @Test
    void whatAClassCreatesLaterIsItsOwnAndGoesWithIt() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(2, CreatingTestCase.class, AlsoCreatingTestCase.class);

            assertThat(run.creations()).isEqualTo(1);
        }
    }

    @AivenProject(scope = Scope.RUN)
    @AivenPostgres(databases = "orders")
    static class FirstTestCase {
        @Test
        void uses(EphemeralProject project, PostgresService postgres, TestReporter reporter) throws Exception {
            postgres.connect("orders").close();
            reporter.publishEntry(SEEN, project.name());
        }
    }

    static class SecondTestCase extends FirstTestCase {}

    static class ThirdTestCase extends FirstTestCase {}

    @AivenProject(scope = Scope.RUN, tags = "team=shop")
    @AivenPostgres(databases = "orders")
    static class OtherTestCase extends FirstTestCase {}

    @AivenProject
    static class PlainTestCase {
        @Test
        void runs(EphemeralProject project) {
            assertThat(project.services()).isEmpty();
        }
    }

    static class AlsoPlainTestCase extends PlainTestCase {}

    @AivenProject(scope = Scope.RUN, existing = "somebodys")
    static class ExistingTestCase extends PlainTestCase {}

    @AivenProject(scope = Scope.RUN)
    static class CreatingTestCase {
        @Test
        void creates(EphemeralProject project) {
            project.createService(
                    ServiceSpec.builder("valkey", "startup-4").name("late").build());

            assertThat(project.services()).singleElement().satisfies(service -> {
                assertThat(service.name()).isEqualTo("late");
                assertThat(service.serviceName()).matches("late-[a-z0-9]{6}");
            });
        }
    }

    static class AlsoCreatingTestCase extends CreatingTestCase {}
}

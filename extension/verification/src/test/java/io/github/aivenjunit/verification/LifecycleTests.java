package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenProjectExtension;
import io.github.aivenjunit.project.EphemeralProject;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

/** When projects come and go. */
class LifecycleTests {

    private static final String SEEN = "seen";

    @Test
    void aClassHasOneProjectForAllItsTestsAndItIsGoneAfterwards() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results = run.succeeds(2, TwoTestsTestCase.class);

            assertThat(ExtensionRun.reported(results, SEEN)).hasSize(2);
            assertThat(ExtensionRun.reported(results, SEEN).stream().distinct()).hasSize(1);
            assertThat(run.creations()).isEqualTo(1);
        }
    }

    @Test
    void theProjectIsGoneBeforeTheClassIsFinished() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results = run.succeeds(2, TwoTestsTestCase.class);

            Instant finished = results.containerEvents().finished().stream()
                    .filter(event -> event.getTestDescriptor().getDisplayName().endsWith("TwoTestsTestCase"))
                    .map(Event::getTimestamp)
                    .findFirst()
                    .orElseThrow();
            assertThat(run.emulator().requests())
                    .filteredOn(request -> request.operationId().equals(Optional.of("ProjectDelete")))
                    .singleElement()
                    .satisfies(request -> assertThat(request.at()).isBefore(finished));
        }
    }

    @AivenProject
    static class TwoTestsTestCase {

        @Test
        void first(EphemeralProject project, TestReporter reporter) {
            reporter.publishEntry(SEEN, project.name());
        }

        @Test
        void second(EphemeralProject project, TestReporter reporter) {
            reporter.publishEntry(SEEN, project.name());
        }
    }

    @Test
    void classesThatRunSideBySideHaveProjectsOfTheirOwn() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results =
                    run.succeeds(4, TwoTestsTestCase.class, InheritingTestCase.class, PerClassTestCase.class);

            assertThat(ExtensionRun.reported(results, "aiven.project"))
                    .hasSize(3)
                    .doesNotHaveDuplicates()
                    .allMatch(name -> name.matches("aj-[a-z0-9-]{1,60}"));
        }
    }

    @AivenProject
    abstract static class Base {}

    static class InheritingTestCase extends Base {

        @Test
        void usesIt(EphemeralProject project) {
            assertThat(project.name()).startsWith("aj-inheritingtestcase-");
        }
    }

    @Test
    void nestedClassesShareTheProjectOfTheClassAroundThem() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results = run.succeeds(3, SharingTestCase.class);

            assertThat(ExtensionRun.reported(results, SEEN).stream().distinct()).hasSize(1);
            assertThat(run.creations()).isEqualTo(1);
        }
    }

    @AivenProject
    static class SharingTestCase {

        @Test
        void outer(EphemeralProject project, TestReporter reporter) {
            reporter.publishEntry(SEEN, project.name());
        }

        @Nested
        class Inner {

            @Test
            void inner(EphemeralProject project, TestReporter reporter) {
                reporter.publishEntry(SEEN, project.name());
            }

            @Nested
            class Innermost {

                @Test
                void innermost(EphemeralProject project, TestReporter reporter) {
                    reporter.publishEntry(SEEN, project.name());
                }
            }
        }
    }

    @Test
    void aNestedClassThatDeclaresAProjectHasItsOwn() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results = run.succeeds(2, OwnNestedTestCase.class);

            assertThat(ExtensionRun.reported(results, SEEN)).hasSize(2).doesNotHaveDuplicates();
            assertThat(run.creations()).isEqualTo(2);
        }
    }

    @AivenProject
    static class OwnNestedTestCase {

        private final EphemeralProject outerProject;

        OwnNestedTestCase(EphemeralProject outerProject) {
            this.outerProject = outerProject;
        }

        @Test
        void outer(EphemeralProject project, TestReporter reporter) {
            assertThat(project.name()).isEqualTo(outerProject.name());
            reporter.publishEntry(SEEN, project.name());
        }

        @Nested
        @AivenProject
        class Inner {

            @Test
            void inner(EphemeralProject project, TestReporter reporter) {
                assertThat(project.name()).isNotEqualTo(outerProject.name());
                reporter.publishEntry(SEEN, project.name());
            }
        }
    }

    @Test
    void aComposedAnnotationDeclaresAProject() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, ComposedTestCase.class);

            assertThat(run.creations()).isEqualTo(1);
        }
    }

    @AivenProject(tags = "team=orders")
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface TeamProject {}

    @TeamProject
    static class ComposedTestCase {

        @Test
        void hasTheTag(EphemeralProject project) {
            assertThat(project.tags()).containsEntry("team", "orders");
        }
    }

    @Test
    void withAnOrganizationTheProjectComesAndGoesThroughItsEndpoints() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            String organization = run.emulator().organization();
            run.with("aiven.organization", organization).succeeds(2, TwoTestsTestCase.class);

            assertThat(run.creations()).isZero();
            assertThat(run.requests("POST", "/v1/organization/" + organization + "/projects"))
                    .hasSize(1);
        }
    }

    @Test
    void anExtensionObjectDeclaresAProjectForNestedClassesToo() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(2, ProgrammaticTestCase.class);

            assertThat(run.creations()).isEqualTo(1);
        }
    }

    static class ProgrammaticTestCase {

        @RegisterExtension
        static final AivenProjectExtension AIVEN =
                AivenProjectExtension.builder().tag("team", "orders").build();

        @Test
        void hasTheTag(EphemeralProject project) {
            assertThat(project.tags()).containsEntry("team", "orders");
        }

        @Nested
        class Inner {

            @Test
            void sharesIt(EphemeralProject project) {
                assertThat(project.name()).startsWith("aj-programmatictestcase-");
            }
        }
    }

    @Test
    void oneInstancePerClassGetsTheProjectInItsConstructor() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, PerClassTestCase.class);

            assertThat(run.creations()).isEqualTo(1);
        }
    }

    @AivenProject
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        private final EphemeralProject constructed;

        PerClassTestCase(EphemeralProject constructed) {
            this.constructed = constructed;
        }

        @Test
        void sameProject(EphemeralProject project) {
            assertThat(project).isSameAs(constructed);
        }
    }

    @Test
    void aFailingTestLeavesNothing() {
        assertThatFailsAndLeavesNothing(FailingTestCase.class, "the test fails on purpose");
    }

    @AivenProject
    static class FailingTestCase {

        @Test
        void fails() {
            throw new IllegalStateException("the test fails on purpose");
        }
    }

    @Test
    void aFailingBeforeAllLeavesNothing() {
        assertThatFailsAndLeavesNothing(FailingBeforeAllTestCase.class, "the set-up fails on purpose");
    }

    @AivenProject
    static class FailingBeforeAllTestCase {

        @BeforeAll
        static void fails() {
            throw new IllegalStateException("the set-up fails on purpose");
        }

        @Test
        void neverRuns() {}
    }

    @Test
    void aFailingAfterAllLeavesNothing() {
        assertThatFailsAndLeavesNothing(FailingAfterAllTestCase.class, "the tear-down fails on purpose");
    }

    @AivenProject
    static class FailingAfterAllTestCase {

        @AfterAll
        static void fails() {
            throw new IllegalStateException("the tear-down fails on purpose");
        }

        @Test
        void runs() {}
    }

    @Test
    void aFailingConstructorLeavesNothing() {
        assertThatFailsAndLeavesNothing(FailingConstructorTestCase.class, "the constructor fails on purpose");
    }

    @AivenProject
    static class FailingConstructorTestCase {

        FailingConstructorTestCase() {
            throw new IllegalStateException("the constructor fails on purpose");
        }

        @Test
        void neverRuns() {}
    }

    @Test
    void aFailingConstructorOfTheOneInstanceLeavesNothing() {
        assertThatFailsAndLeavesNothing(FailingPerClassTestCase.class, "the constructor fails on purpose");
    }

    @AivenProject
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class FailingPerClassTestCase {

        FailingPerClassTestCase() {
            throw new IllegalStateException("the constructor fails on purpose");
        }

        @Test
        void neverRuns() {}
    }

    @Test
    void anotherExtensionThatFailsAfterUsLeavesNothing() {
        assertThatFailsAndLeavesNothing(FailingNeighbourTestCase.class, "the neighbour fails on purpose");
    }

    @AivenProject
    @ExtendWith(FailingNeighbour.class)
    static class FailingNeighbourTestCase {

        @Test
        void neverRuns() {}
    }

    static class FailingNeighbour implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            throw new IllegalStateException("the neighbour fails on purpose");
        }
    }

    private static void assertThatFailsAndLeavesNothing(Class<?> fixture, String message) {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results = run.run(fixture);

            assertThat(ExtensionRun.onlyFailure(results)).hasMessage(message);
            assertThat(run.creations()).isEqualTo(1);
            run.assertNothingLeft();
        }
    }
}

package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.jupiter.AivenProjectExtension;
import io.github.aivenjunit.jupiter.InjectAiven;
import io.github.aivenjunit.jupiter.Named;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.project.ServiceHandle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where handles can be asked for, and what is said when they cannot be had. */
class InjectionTests {

    @Test
    void handlesArriveEverywhere() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(2, EverywhereTestCase.class);
        }
    }

    @AivenProject
    @AivenPostgres(name = "orders")
    @AivenPostgres(name = "archive")
    static class EverywhereTestCase {

        @InjectAiven
        static EphemeralProject staticProject;

        @InjectAiven
        @Named("archive")
        private PostgresService archive;

        @InjectAiven
        AivenClient client;

        private final PostgresService orders;

        EverywhereTestCase(@Named("orders") PostgresService orders) {
            this.orders = orders;
        }

        @BeforeAll
        static void beforeAll(EphemeralProject project) {
            assertThat(staticProject).isSameAs(project);
        }

        @BeforeEach
        void beforeEach(@Named("orders") ServiceHandle handle) {
            assertThat(handle).isSameAs(orders);
        }

        @Test
        void test(EphemeralProject project, @Named("archive") PostgresService handle, AivenClient parameter) {
            assertThat(archive).isSameAs(handle);
            assertThat(client).isSameAs(parameter);
            assertThat(project.services()).extracting(ServiceHandle::name).containsExactly("orders", "archive");
            assertThat(project.service("orders", PostgresService.class)).isSameAs(orders);
        }

        @AfterEach
        void afterEach(EphemeralProject project) {
            assertThat(project).isSameAs(staticProject);
        }

        @AfterAll
        static void afterAll(EphemeralProject project) {
            assertThat(project.client().projects().find(project.name())).isPresent();
        }

        @Nested
        class Inner {

            @InjectAiven
            @Named("orders")
            PostgresService sameOrders;

            @Test
            void seesTheServicesAroundIt() {
                assertThat(sameOrders).isSameAs(orders);
            }
        }
    }

    @Test
    void anExtensionObjectServesOurAnnotationsToo() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(1, ProgrammaticFieldsTestCase.class);
        }
    }

    static class ProgrammaticFieldsTestCase {

        @RegisterExtension
        static final AivenProjectExtension AIVEN =
                AivenProjectExtension.builder().build();

        @InjectAiven
        EphemeralProject project;

        @Test
        void isTheSame(EphemeralProject parameter) {
            assertThat(project).isSameAs(parameter);
        }
    }

    @Test
    void aFieldInAClassWithoutAProjectIsRefused() {
        assertMisuse(
                UnannotatedFieldTestCase.class,
                UnannotatedFieldTestCase.class.getName()
                        + " asks for a handle and has no project. Add @AivenProject to the class, or register an"
                        + " AivenProjectExtension in a static field.");
    }

    static class UnannotatedFieldTestCase {

        @InjectAiven
        EphemeralProject project;

        @Test
        void neverRuns() {}
    }

    @Test
    void aParameterInAClassWithoutAProjectIsRefused() {
        assertMisuse(
                UnannotatedParameterTestCase.class,
                "Cannot resolve parameter PostgresService of void " + UnannotatedParameterTestCase.class.getName()
                        + ".neverRuns(" + PostgresService.class.getName() + "). "
                        + UnannotatedParameterTestCase.class.getName()
                        + " asks for a handle and has no project. Add @AivenProject to the class, or register an"
                        + " AivenProjectExtension in a static field.");
    }

    @ExtendWith(AivenProjectExtension.class)
    static class UnannotatedParameterTestCase {

        @Test
        void neverRuns(PostgresService postgres) {
            assertThat(postgres).isNull();
        }
    }

    @Test
    void aServiceWithoutAProjectIsRefused() {
        assertMisuse(
                OnlyServiceTestCase.class,
                "Cannot provision for " + OnlyServiceTestCase.class.getName()
                        + ". It declares service 'pg' and no project. Add @AivenProject to the class.");
    }

    @AivenPostgres
    static class OnlyServiceTestCase {

        @Test
        void neverRuns() {}
    }

    @Test
    void aFinalFieldIsRefused() {
        assertMisuse(
                FinalFieldTestCase.class,
                "Cannot inject field " + FinalFieldTestCase.class.getName() + ".project: it is final. Remove 'final'.");
    }

    @AivenProject
    static class FinalFieldTestCase {

        @InjectAiven
        final @Nullable EphemeralProject project = null;

        @Test
        void neverRuns() {}
    }

    @Test
    void aFieldOfAnotherTypeIsRefused() {
        assertMisuse(
                StringFieldTestCase.class,
                "Cannot inject field " + StringFieldTestCase.class.getName()
                        + ".name: its type is String. Use EphemeralProject, AivenClient, ServiceHandle or a subclass of"
                        + " it.");
    }

    @AivenProject
    static class StringFieldTestCase {

        @InjectAiven
        String name;

        @Test
        void neverRuns() {}
    }

    @Test
    void twoDeclarationsInOneClassAreRefused() {
        assertMisuse(
                TwoProjectsTestCase.class,
                TwoProjectsTestCase.class.getName()
                        + " declares two projects. Keep one: @AivenProject or one AivenProjectExtension; a @Nested class"
                        + " can have the other.");
    }

    @AivenProject
    static class TwoProjectsTestCase {

        @RegisterExtension
        static final AivenProjectExtension AIVEN =
                AivenProjectExtension.builder().build();

        @Test
        void neverRuns() {}
    }

    @Test
    void anExtensionObjectInAnInstanceFieldIsRefused() {
        assertMisuse(
                InstanceExtensionTestCase.class,
                "AivenProjectExtension is registered in an instance field of "
                        + InstanceExtensionTestCase.class.getName() + ". Make the field static.");
    }

    static class InstanceExtensionTestCase {

        @RegisterExtension
        final AivenProjectExtension aiven = AivenProjectExtension.builder().build();

        @Test
        void neverRuns() {}
    }

    private static void assertMisuse(Class<?> fixture, String message) {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            assertThat(ExtensionRun.onlyFailure(run.run(fixture))).hasMessage(message);
            run.assertNothingLeft();
        }
    }
}

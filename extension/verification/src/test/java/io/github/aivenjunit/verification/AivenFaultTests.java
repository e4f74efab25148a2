package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.jupiter.AivenFault;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class AivenFaultTests {

    private static String onlyFailure(Class<?> fixture) {
        return String.valueOf(ExtensionRun.onlyFailure(ExtensionRun.withoutToken(Map.of(), fixture))
                .getMessage());
    }

    @Test
    void aFaultOfAClassHoldsBeforeItsProjectIsCreated() {
        assertThat(onlyFailure(RefusedTestCase.class)).contains("may not create projects");
    }

    @AivenProject
    @AivenFault(kind = "Refused", operation = "ProjectCreate", status = 403, message = "Projects are closed today")
    static class RefusedTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void aFaultOfAMethodEndsWithIt() {
        EngineExecutionResults results = ExtensionRun.withoutToken(Map.of(), OneMethodTestCase.class);

        assertThat(ExtensionRun.failures(results)).isEmpty();
        results.testEvents().assertStatistics(statistics -> statistics.succeeded(2));
    }

    @AivenProject
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    @Execution(ExecutionMode.SAME_THREAD)
    static class OneMethodTestCase {

        @Test
        @Order(1)
        @AivenFault(kind = "Refused", operation = "ProjectGet", status = 403, message = "Not today")
        @AivenFault(kind = "ServerError", operation = "UserInfo", status = 503, times = 1)
        void isRefused(EphemeralProject project) {
            assertThatThrownBy(() -> project.client().projects().get(project.name()))
                    .isInstanceOf(AivenApiException.Forbidden.class)
                    .hasMessageContaining("Not today");
            assertThat(project.client().me()).isNotNull();
        }

        @Test
        @Order(2)
        void isAnswered(EphemeralProject project) {
            assertThat(project.client().projects().get(project.name()).projectName())
                    .isEqualTo(project.name());
        }
    }

    @Test
    void aKindThatDoesNotExistIsRefusedBeforeAnythingIsCreated() {
        assertThat(onlyFailure(WrongKindTestCase.class))
                .isEqualTo("Cannot use @AivenFault at " + WrongKindTestCase.class.getName()
                        + ". There is no fault of kind 'ServerEror'. Use ServerError, Redaction or Refused.");
    }

    /** On a method, which is checked with its class. */
    @AivenProject
    static class WrongKindTestCase {
        @Test
        @AivenFault(kind = "ServerEror", status = 500)
        void neverRuns() {
            throw new AssertionError("ran");
        }
    }

    @Test
    void anAttributeThatTheKindDoesNotHaveIsRefused() {
        assertThat(onlyFailure(WrongAttributeTestCase.class))
                .isEqualTo("Cannot use @AivenFault at " + WrongAttributeTestCase.class.getName()
                        + ". Fault MembershipLag has no attribute 'times'. Remove it, or use count.");
    }

    @AivenProject
    @AivenFault(kind = "MembershipLag", count = 2, times = 2)
    static class WrongAttributeTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void anOperationThatDoesNotExistIsRefused() {
        assertThat(onlyFailure(WrongOperationTestCase.class))
                .startsWith("Cannot use @AivenFault at " + WrongOperationTestCase.class.getName()
                        + ". Attribute 'operation' of fault ServerError is 'ServiceCraete', which the API does not have."
                        + " Use ServiceCreate, ");
    }

    @AivenProject
    @AivenFault(kind = "ServerError", operation = "ServiceCraete", status = 500)
    static class WrongOperationTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void aDurationThatIsNoneIsRefused() {
        assertThat(onlyFailure(WrongDurationTestCase.class))
                .isEqualTo("Cannot use @AivenFault at " + WrongDurationTestCase.class.getName()
                        + ". Attribute 'duration' has 'soon'. Write a duration above zero, such as \"20m\", \"90s\" or"
                        + " \"2h\".");
    }

    @AivenProject
    @AivenFault(kind = "Stall", duration = "soon")
    static class WrongDurationTestCase {
        @Test
        void neverRuns() {}
    }

    @Test
    void withATokenItIsSkippedAndNothingIsCreated() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            EngineExecutionResults results = run.run(RefusedTestCase.class);

            assertThat(results.containerEvents().skipped().list())
                    .singleElement()
                    .satisfies(event -> assertThat(event.getPayload(String.class))
                            .isEqualTo(Optional.of("@AivenFault needs the emulator, and an API token is configured."
                                    + " Unset it to run this test.")));
            assertThat(run.creations()).isZero();
        }
    }
}

package io.github.aivenjunit.verification.kill;

import io.github.aivenjunit.jupiter.AivenKafkaMirrorMaker;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Classes that forks run. Their service has no address, so that it is usable as soon as the API says so. */
final class ForkCases {

    private ForkCases() {}

    @AivenProject
    @AivenKafkaMirrorMaker
    abstract static class Case {

        @Test
        void hasItsService(EphemeralProject project) {
            Assertions.assertThat(project.services()).hasSize(1);
        }
    }

    static class One extends Case {}

    static class Two extends Case {}

    static class Three extends Case {}

    static class Four extends Case {}

    @Disabled("on purpose")
    static class Off extends Case {}

    @ExtendWith(Refusal.class)
    static class Refused extends Case {}

    static class Refusal implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return ConditionEvaluationResult.disabled("disabled by a condition");
        }
    }
}

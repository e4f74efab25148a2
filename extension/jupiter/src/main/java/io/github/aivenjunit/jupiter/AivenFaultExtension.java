package io.github.aivenjunit.jupiter;

import io.github.aivenjunit.config.InvalidConfigurationException;
import io.github.aivenjunit.jupiter.internal.FaultResource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Injects the faults of {@link AivenFault}. Where a project is provisioned too, that has been done before it. */
final class AivenFaultExtension implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            if (FaultResource.isOnAiven(context)) {
                return ConditionEvaluationResult.disabled(
                        "@AivenFault needs the emulator, and an API token is configured. Unset it to run this test.");
            }
        } catch (InvalidConfigurationException e) {
            // Thrown again when the fault is injected, where JUnit reports it as it is.
            return ConditionEvaluationResult.enabled("The configuration is invalid.");
        }
        return ConditionEvaluationResult.enabled("The test runs on the emulator.");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        FaultResource.ofClass(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        FaultResource.ofMethod(context);
    }
}

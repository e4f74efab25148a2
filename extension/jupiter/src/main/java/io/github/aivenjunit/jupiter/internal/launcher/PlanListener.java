package io.github.aivenjunit.jupiter.internal.launcher;

import io.github.aivenjunit.jupiter.internal.session.LauncherRun;
import io.github.aivenjunit.jupiter.internal.session.PlanRun;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Hears of the plans of one launcher session, and does nothing for those without a class of ours. Called from the threads
 * that JUnit runs tests on.
 */
final class PlanListener implements TestExecutionListener, AutoCloseable {

    private static final String DRY_RUN = "junit.platform.execution.dryRun.enabled";

    // Both stay empty, and their classes are not loaded, as long as there is nothing to do.
    private volatile Optional<LauncherRun> session = Optional.empty();
    private volatile Optional<PlanRun> executing = Optional.empty();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        boolean idle = executing.isEmpty();
        if (idle && !plan.getConfigurationParameters().getBoolean(DRY_RUN).orElse(false) && OurMarks.areIn(plan)) {
            LauncherRun run = session.orElseGet(LauncherRun::new);
            session = Optional.of(run);
            executing = Optional.of(PlanReading.begin(run, plan));
        }
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        if (executing.isPresent() && identifier.getSource().orElse(null) instanceof ClassSource source) {
            executing.get().started(identifier.getUniqueId(), source.getJavaClass());
        }
    }

    @Override
    public void executionSkipped(TestIdentifier identifier, String reason) {
        ended(identifier);
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        ended(identifier);
    }

    private void ended(TestIdentifier identifier) {
        if (identifier.isContainer()) {
            executing.ifPresent(run -> run.ended(identifier.getUniqueId()));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        Optional<PlanRun> ending = executing;
        executing = Optional.empty();
        ending.ifPresent(PlanRun::close);
    }

    @Override
    public void close() {
        session.ifPresent(LauncherRun::close);
    }
}

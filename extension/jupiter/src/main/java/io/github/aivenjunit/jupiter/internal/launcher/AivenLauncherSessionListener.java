package io.github.aivenjunit.jupiter.internal.launcher;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * For JUnit, which finds it through the service loader. Sessions are opened for discovery too, and in Maven's own JVM, so
 * all it does is to ask to be told of executions.
 */
public final class AivenLauncherSessionListener implements LauncherSessionListener {

    private final PlanListener plans = new PlanListener();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        session.getLauncher().registerTestExecutionListeners(plans);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        plans.close();
    }
}

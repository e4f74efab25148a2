package io.github.aivenjunit.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes as a build tool does, and fails when a test does. */
final class Plans {

    private final Launcher launcher = LauncherFactory.create();
    private final Map<String, String> parameters;

    /** All plans get these configuration parameters. */
    Plans(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /** Runs one plan with these classes and tells what it took, discovery included. */
    Taken run(List<Class<?>> classes) {
        LauncherDiscoveryRequestBuilder request =
                LauncherDiscoveryRequestBuilder.request().configurationParameters(parameters);
        classes.forEach(testClass -> request.selectors(DiscoverySelectors.selectClass(testClass)));
        Verdict verdict = new Verdict();
        Stopwatch watch = new Stopwatch();
        launcher.execute(request.build(), verdict);
        Taken taken = watch.taken();
        verdict.check(classes.size());
        return taken;
    }

    /** JUnit swallows what a listener throws, so failures wait for the end. Used by the one thread that JUnit runs on. */
    private static final class Verdict implements TestExecutionListener {

        private final List<Throwable> failures = new ArrayList<>();
        private int passed;

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            result.getThrowable().ifPresent(failures::add);
            if (identifier.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                passed++;
            }
        }

        void check(int expected) {
            if (passed != expected || !failures.isEmpty()) {
                IllegalStateException problem = new IllegalStateException(
                        passed + " of " + expected + " tests passed. Repair what the causes below say.");
                failures.forEach(problem::addSuppressed);
                throw problem;
            }
        }
    }
}

package io.github.aivenjunit.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs test classes as a build tool does, all plans in one launcher session, and fails when a test does. */
final class Plans implements AutoCloseable {

    private final LauncherSession session = LauncherFactory.openSession();
    private final Map<String, String> parameters;

    /** All plans get these configuration parameters. */
    Plans(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /** Runs one plan with these classes and tells what it took, discovery included. */
    Taken run(List<Class<?>> classes) {
        return run(classes, classes.size(), new TestExecutionListener() {});
    }

    /** The same, with one more listener, and with so many tests that must pass. */
    Taken run(List<Class<?>> classes, int tests, TestExecutionListener listener) {
        LauncherDiscoveryRequestBuilder request =
                LauncherDiscoveryRequestBuilder.request().configurationParameters(parameters);
        classes.forEach(testClass -> request.selectors(DiscoverySelectors.selectClass(testClass)));
        Verdict verdict = new Verdict();
        Stopwatch watch = new Stopwatch();
        session.getLauncher().execute(request.build(), verdict, listener);
        Taken taken = watch.taken();
        verdict.check(tests);
        return taken;
    }

    @Override
    public void close() {
        session.close();
    }

    /** JUnit swallows what a listener throws, so failures wait for the end. Thread-safe. */
    private static final class Verdict implements TestExecutionListener {

        private final List<Throwable> failures = new CopyOnWriteArrayList<>();
        private final AtomicInteger passed = new AtomicInteger();

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            result.getThrowable().ifPresent(failures::add);
            if (identifier.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                passed.incrementAndGet();
            }
        }

        void check(int expected) {
            if (passed.get() != expected || !failures.isEmpty()) {
                IllegalStateException problem = new IllegalStateException(
                        passed + " of " + expected + " tests passed. Repair what the causes below say.");
                failures.forEach(problem::addSuppressed);
                throw problem;
            }
        }
    }
}

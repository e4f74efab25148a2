package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A launcher session like that of a build tool: several plans, one after the other, and the service loader's listeners. */
final class LaunchedSession implements AutoCloseable {

    private final LauncherSession session = LauncherFactory.openSession();
    private final Map<String, String> parameters;

    LaunchedSession(Map<String, String> parameters) {
        this.parameters = new HashMap<>(parameters);
    }

    /** For the plans from now on. */
    LaunchedSession with(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    /** Runs one plan with these classes, in this order. */
    Outcome run(Class<?>... fixtures) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameters(parameters)
                .selectors(Arrays.stream(fixtures)
                        .map(fixture -> selectClass(fixture))
                        .toList());
        Outcome outcome = new Outcome();
        session.getLauncher().execute(request.build(), outcome);
        return outcome;
    }

    /** Runs one plan of which nothing fails. */
    Outcome succeeds(int tests, Class<?>... fixtures) {
        Outcome outcome = run(fixtures);
        assertThat(outcome.failures).isEmpty();
        assertThat(outcome.succeeded).hasSize(tests);
        return outcome;
    }

    @Override
    public void close() {
        session.close();
    }

    /** What became of a plan. */
    static final class Outcome implements TestExecutionListener {

        private final List<String> failures = new CopyOnWriteArrayList<>();
        private final List<String> succeeded = new CopyOnWriteArrayList<>();
        private final List<String> skipped = new CopyOnWriteArrayList<>();
        private final List<Map<String, String>> reports = new CopyOnWriteArrayList<>();

        List<String> failures() {
            return List.copyOf(failures);
        }

        /** The reasons. */
        List<String> skipped() {
            return List.copyOf(skipped);
        }

        List<String> reported(String key) {
            return reports.stream()
                    .flatMap(pairs -> Optional.ofNullable(pairs.get(key)).stream())
                    .toList();
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            result.getThrowable()
                    .ifPresent(failure -> failures.add(identifier.getDisplayName() + ": " + failure.getMessage()));
            if (identifier.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                succeeded.add(identifier.getUniqueId());
            }
        }

        @Override
        public void executionSkipped(TestIdentifier identifier, String reason) {
            skipped.add(reason);
        }

        @Override
        public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
            reports.add(entry.getKeyValuePairs());
        }
    }
}

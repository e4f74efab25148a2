package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.billing.Invoice;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Runs a day of a CI system through the extension, on a clock that moves only when a test would have waited or run. */
final class CostProbe {

    static final int RUNS = 20;
    static final int CLASSES = 8;
    static final Duration BUILD = Duration.ofMinutes(4);
    static final Duration TEST = Duration.ofMinutes(2);
    static final Duration PAUSE = Duration.ofMinutes(4);
    static final String HOURS = "hours ";
    static final String DOLLARS = "dollars ";
    static final String MINUTES = "minutes ";

    private CostProbe() {}

    /** A way to run the tests of a day. */
    enum Way {
        NAIVE("a project per class, no look-ahead", "CLASS", "off"),
        AHEAD("a project per class, look-ahead", "CLASS", "8"),
        SHARED("scope RUN, no look-ahead", "RUN", "off"),
        SHARED_AHEAD("scope RUN, look-ahead", "RUN", "8");

        private final String title;
        private final String scope;
        private final String lookahead;

        Way(String title, String scope, String lookahead) {
            this.title = title;
            this.scope = scope;
            this.lookahead = lookahead;
        }

        String title() {
            return title;
        }
    }

    /**
     * Measures.
     *
     * @param arguments a directory for configuration and journals
     */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Path directory = Path.of(arguments[0]);
        for (Way way : Way.values()) {
            EmulatorClock.Manual clock = EmulatorClock.manual();
            try (AivenEmulator api =
                    AivenEmulator.builder().engines(List.of()).clock(clock).start()) {
                new CostProbe.Day(way, api, clock, directory).pass();
            }
        }
    }

    /** One day in one way. */
    private record Day(Way way, AivenEmulator api, EmulatorClock.Manual clock, Path directory) {

        void pass() throws ClassNotFoundException {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("aiven.scope", way.scope);
            parameters.put("aiven.lookahead", way.lookahead);
            parameters.put("aiven.configFile", api.writeUserFile(directory).toString());
            parameters.put("aiven.journal", directory.resolve(way.name()).toString());
            parameters.put("aiven.reports", directory.resolve(way.name()).toString());
            parameters.put("aiven.watchdog", "off");
            parameters.put("aiven.sweep", "false");
            List<Class<?>> classes = new GeneratedClasses(BilledCase.class).load(0, CLASSES);
            Set<String> projects = new LinkedHashSet<>();
            Duration inRuns = Duration.ZERO;
            for (int run = 0; run < RUNS; run++) {
                Instant begun = clock.now();
                try (Plans plans = new Plans(parameters)) {
                    plans.run(classes, CLASSES, new Time(way == Way.NAIVE, clock));
                }
                inRuns = inRuns.plus(Duration.between(begun, clock.now()));
                clock.advance(PAUSE);
                projects.addAll(projects());
            }
            send(projects.stream().map(api::invoice).toList(), inRuns);
        }

        private List<String> projects() {
            return api.requests().stream()
                    .filter(request -> request.operationId()
                            .filter("ServiceCreate"::equals)
                            .isPresent())
                    .map(request -> request.path().split("/", -1)[3])
                    .toList();
        }

        private void send(List<Invoice> invoices, Duration inRuns) {
            AmountSample.send(HOURS + way, (double) invoices.stream()
                    .flatMap(invoice -> invoice.lines().stream())
                    .mapToLong(Invoice.Line::hours)
                    .sum());
            AmountSample.send(
                    DOLLARS + way,
                    invoices.stream()
                            .mapToDouble(invoice -> invoice.total().doubleValue())
                            .sum());
            AmountSample.send(MINUTES + way, (double) inRuns.toMinutes() / RUNS);
        }
    }

    /** Moves the clock; used by the one thread that JUnit runs on. */
    private static final class Time implements TestExecutionListener {

        private final boolean waitsEachTime;
        private final EmulatorClock.Manual clock;
        private boolean hasWaited;

        Time(boolean waitsEachTime, EmulatorClock.Manual clock) {
            this.waitsEachTime = waitsEachTime;
            this.clock = clock;
        }

        @Override
        public void executionStarted(TestIdentifier identifier) {
            if (identifier.isTest() && (waitsEachTime || !hasWaited)) {
                clock.advance(BUILD);
                hasWaited = true;
            }
        }

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            if (identifier.isTest()) {
                clock.advance(TEST);
            }
        }
    }
}

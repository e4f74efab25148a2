package io.github.aivenjunit.verification.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.aivenjunit.emulator.fault.Moment;
import io.github.aivenjunit.verification.fault.FaultCase.Condition;
import io.github.aivenjunit.verification.fault.FaultCase.Scenario;
import io.github.aivenjunit.verification.fault.Strike.Every;
import io.github.aivenjunit.verification.fault.Strike.Nth;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every exchange of a run meets every mishap, once and three times in a row, and silence for the rest of the run. Whether the run succeeds or not: what is
 * left is promised in a journal, a sweep empties both, and who lives is left alone.
 */
class FaultMatrixTests {

    private static final Logger logger = LoggerFactory.getLogger(FaultMatrixTests.class);

    /** How many cases at least; {@code all} is the long form. What creates and deletes meets everything in both. */
    private static final String CASES = System.getProperty("aiven.fault.cases", "400");

    private static final int IN_A_ROW = 3;

    /** Most cases wait most of the time. */
    private static final int LANES = 24;

    @TempDir
    private Path directory;

    private final ch.qos.logback.classic.Logger product =
            (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("io.github.aivenjunit");
    private final ch.qos.logback.classic.Logger own =
            (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("io.github.aivenjunit.verification");

    @BeforeEach
    void keepQuietAboutEveryMishap() {
        own.setLevel(Level.INFO);
        product.setLevel(Level.ERROR);
    }

    @AfterEach
    void speakAgain() {
        product.setLevel(null);
        own.setLevel(null);
    }

    @Test
    void whateverGoesWrongNothingIsLeftThatIsNotPromisedAndNothingThatLivesIsDeleted() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<Lane> lanes = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        try {
            for (int i = 0; i < LANES; i++) {
                lanes.add(new Lane(Files.createDirectory(directory.resolve("lane-" + i)), client));
            }
            Map<Scenario, List<String>> exchanges = exchanges(lanes.get(0));
            List<Lane.Result> results = runAll(cases(exchanges), lanes, threads);
            List<String> violations = violations(results);
            for (Lane lane : lanes) {
                violations.addAll(lane.end());
            }
            report(exchanges, results, violations);
            assertThat(violations).isEmpty();
            assertThat(results.stream().filter(FaultMatrixTests::missed))
                    .as("cases whose mishap did not happen")
                    .hasSizeLessThan(Math.max(2, results.size() / 20));
        } finally {
            threads.shutdownNow();
            lanes.forEach(Lane::close);
        }
    }

    /** The methods of the requests of a whole run. */
    private static Map<Scenario, List<String>> exchanges(Lane lane) throws Exception {
        Map<Scenario, List<String>> exchanges = new EnumMap<>(Scenario.class);
        for (Scenario scenario : Scenario.values()) {
            Lane.Result result = lane.run(FaultCase.undisturbed(scenario));
            assertThat(result.failure()).isEmpty();
            assertThat(result.violations()).isEmpty();
            exchanges.put(scenario, result.methods());
        }
        return exchanges;
    }

    private static List<FaultCase> cases(Map<Scenario, List<String>> exchanges) {
        List<FaultCase> always = new ArrayList<>();
        List<FaultCase> sampled = new ArrayList<>();
        exchanges.forEach((scenario, methods) -> {
            for (Condition condition : Condition.values()) {
                always.add(new FaultCase(scenario, condition, Optional.empty()));
                always.add(new FaultCase(scenario, condition, Optional.of(new Every("DELETE", Mishap.forbidden()))));
            }
            for (int first = 1; first <= methods.size(); first++) {
                String method = methods.get(first - 1);
                // What creates and deletes is where something can be lost.
                List<FaultCase> most = method.equals("GET") ? sampled : always;
                for (Mishap mishap : Mishap.all()) {
                    for (int times : List.of(1, IN_A_ROW)) {
                        Strike strike = new Nth(first, times, mishap);
                        most.add(new FaultCase(scenario, Condition.USUAL, Optional.of(strike)));
                        sampled.add(new FaultCase(scenario, Condition.MEMBERSHIP_LAG, Optional.of(strike)));
                    }
                }
                for (Moment moment : Moment.values()) {
                    Strike silence = Nth.from(first, new Mishap.Reset(moment));
                    (method.equals("POST") ? always : sampled)
                            .add(new FaultCase(scenario, Condition.USUAL, Optional.of(silence)));
                }
            }
        });
        if (!CASES.equals("all")) {
            Collections.shuffle(sampled, new Random(4711));
            int room = Math.max(0, Integer.parseInt(CASES) - always.size());
            always.addAll(sampled.subList(0, Math.min(room, sampled.size())));
        } else {
            always.addAll(sampled);
        }
        // The slowest first, so that nobody waits for them at the end.
        always.sort(Comparator.comparing(FaultMatrixTests::slowness).reversed());
        return always;
    }

    private static int slowness(FaultCase what) {
        return what.strike()
                .filter(strike -> strike.lasting() || strike.mishap().equals(Mishap.tooManyWithoutDemand()))
                .map(strike -> strike instanceof Nth nth ? nth.times() : IN_A_ROW)
                .orElse(0);
    }

    private static List<Lane.Result> runAll(List<FaultCase> cases, List<Lane> lanes, ExecutorService threads)
            throws Exception {
        BlockingQueue<Lane> free = new LinkedBlockingQueue<>(lanes);
        List<Callable<Lane.Result>> work = cases.stream()
                .map(what -> (Callable<Lane.Result>) () -> {
                    Lane lane = free.take();
                    try {
                        return lane.run(what);
                    } finally {
                        free.add(lane);
                    }
                })
                .toList();
        List<Lane.Result> results = new ArrayList<>();
        for (Future<Lane.Result> result : threads.invokeAll(work)) {
            results.add(result.get());
        }
        return results;
    }

    private static List<String> violations(List<Lane.Result> results) {
        List<String> violations = new ArrayList<>();
        for (Lane.Result result : results) {
            result.violations().forEach(violation -> violations.add(result.what() + ": " + violation));
            // A user can do something with our exceptions; any other one is a mistake of ours.
            result.failure()
                    .filter(failure -> !failure.getClass().getName().startsWith("io.github.aivenjunit."))
                    .ifPresent(failure -> violations.add(result.what() + ": failed with " + failure + " at "
                            + Arrays.stream(failure.getStackTrace())
                                    .limit(3)
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(" < "))));
        }
        return violations;
    }

    private static boolean missed(Lane.Result result) {
        return result.what().strike().isPresent() && result.struck() == 0;
    }

    private static void report(
            Map<Scenario, List<String>> exchanges, List<Lane.Result> results, List<String> violations)
            throws IOException {
        String text = String.format(
                "Fault matrix: %d cases over %s exchanges, %d violations. %d runs succeeded all the same, %d failed,"
                        + " %d mishaps did not happen.%n",
                results.size(),
                exchanges.values().stream().map(List::size).toList(),
                violations.size(),
                results.stream().filter(result -> result.failure().isEmpty()).count(),
                results.stream().filter(result -> result.failure().isPresent()).count(),
                results.stream().filter(FaultMatrixTests::missed).count());
        logger.info("{}", text);
        Path target = Path.of("target");
        if (Files.isDirectory(target)) {
            Files.writeString(
                    target.resolve("fault-matrix.txt"),
                    violations.isEmpty() ? text : text + String.join("\n", violations) + "\n",
                    StandardCharsets.UTF_8);
        }
    }
}

package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.ReceivedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * Runs fixture classes in an engine of their own, in parallel mode, against an emulator that the test can look into.
 * For the extension that emulator is Aiven: it has an address and a token.
 */
final class ExtensionRun implements AutoCloseable {

    private final AivenEmulator emulator;
    private final Path directory;
    private final Leftovers leftovers = Leftovers.before();
    private final Map<String, String> parameters = new HashMap<>();

    private ExtensionRun(AivenEmulator emulator) {
        this.emulator = emulator;
        try {
            this.directory = Files.createTempDirectory("aiven-junit-run");
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make a directory for the user's file.", e);
        }
        parameters.put("aiven.configFile", emulator.writeUserFile(directory).toString());
        parameters.put("aiven.journal", directory.resolve("journal").toString());
        parameters.put("aiven.reports", directory.resolve("reports").toString());
        parameters.put("aiven.watchdog", "off");
        parameters.put("aiven.sweep", "false");
    }

    static ExtensionRun onEmulator() {
        return new ExtensionRun(AivenEmulator.start());
    }

    static ExtensionRun on(AivenEmulator emulator) {
        return new ExtensionRun(emulator);
    }

    /** Runs fixtures without a token, where the extension starts an emulator by itself. */
    static EngineExecutionResults withoutToken(Map<String, String> parameters, Class<?>... fixtures) {
        try {
            Path empty = Files.createTempFile("aiven-junit-run", ".properties");
            try {
                Map<String, String> all = new HashMap<>(parameters);
                all.put("aiven.configFile", empty.toString());
                Leftovers leftovers = Leftovers.before();
                EngineExecutionResults results = execute(all, fixtures);
                leftovers.assertNone();
                return results;
            } finally {
                Files.delete(empty);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot make an empty user's file.", e);
        }
    }

    AivenEmulator emulator() {
        return emulator;
    }

    ExtensionRun with(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    /** Plans of a launcher session, as a build tool runs them, with the parameters of this run. */
    LaunchedSession launch() {
        return new LaunchedSession(parameters);
    }

    EngineExecutionResults run(Class<?>... fixtures) {
        return execute(parameters, fixtures);
    }

    /** Runs fixtures one after another as a build tool does, with the listeners on the class path. None may fail. */
    void inALauncherSession(Class<?>... fixtures) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(Stream.of(fixtures)
                                            .map(DiscoverySelectors::selectClass)
                                            .toList())
                                    .configurationParameters(parameters)
                                    .build(),
                            summary);
        }
        assertThat(summary.getSummary().getFailures()).isEmpty();
        assertNothingLeft();
    }

    /** Runs fixtures of which every test succeeds and nothing is left. */
    EngineExecutionResults succeeds(long tests, Class<?>... fixtures) {
        EngineExecutionResults results = run(fixtures);
        assertThat(failures(results)).isEmpty();
        results.testEvents().assertStatistics(statistics -> statistics.succeeded(tests));
        assertNothingLeft();
        return results;
    }

    void assertNothingLeft() {
        assertThat(emulator.projects()).as("projects left").isEmpty();
        assertThat(journals()).as("journals left").isEmpty();
        assertThat(sharing()).as("shared projects left").allMatch(file -> file.endsWith("lock"));
    }

    /** The files of sessions that have not kept every promise. */
    List<Path> journals() {
        return files(directory.resolve("journal"));
    }

    /** What sessions know of the projects that they share. */
    private List<Path> sharing() {
        return files(directory.resolve("journal").resolve("shared"));
    }

    /** What sessions wrote about what became of their projects. */
    List<Path> ledgers() {
        return reports().stream().filter(file -> !isTimeline(file)).toList();
    }

    /** When what happened in sessions, as JSON and as a page. */
    List<Path> timelines() {
        return reports().stream().filter(ExtensionRun::isTimeline).toList();
    }

    private List<Path> reports() {
        return files(directory.resolve("reports").resolve("aiven-junit"));
    }

    private static boolean isTimeline(Path file) {
        return file.getFileName().toString().startsWith("timeline-");
    }

    private static List<Path> files(Path in) {
        if (!Files.exists(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot list " + in + ".", e);
        }
    }

    /** How often somebody asked for a new project. */
    long creations() {
        return requests("POST", "/v1/project").count();
    }

    Stream<ReceivedRequest> requests(String method, String path) {
        return emulator.requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().equals(path));
    }

    /** What fixtures reported under a key, in order. */
    static List<String> reported(EngineExecutionResults results, String key) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .flatMap(pairs -> Optional.ofNullable(pairs.get(key)).stream())
                .toList();
    }

    /** The messages of everything that failed, containers too. */
    static List<String> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(ExtensionRun::throwable)
                .map(String::valueOf)
                .toList();
    }

    static Throwable onlyFailure(EngineExecutionResults results) {
        List<Event> failed = results.allEvents().failed().list();
        assertThat(failed).hasSize(1);
        return throwable(failed.get(0));
    }

    private static Throwable throwable(Event event) {
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    private static EngineExecutionResults execute(Map<String, String> parameters, Class<?>... fixtures) {
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4");
        parameters.forEach(kit::configurationParameter);
        for (Class<?> fixture : fixtures) {
            kit.selectors(selectClass(fixture));
        }
        return kit.execute();
    }

    @Override
    public void close() {
        emulator.close();
        try {
            for (Path journal : journals()) {
                Files.delete(journal);
            }
            for (Path shared : sharing()) {
                Files.delete(shared);
            }
            Files.deleteIfExists(directory.resolve("journal").resolve("shared"));
            Files.deleteIfExists(directory.resolve("journal"));
            for (Path report : reports()) {
                Files.delete(report);
            }
            Files.deleteIfExists(directory.resolve("reports").resolve("aiven-junit"));
            Files.deleteIfExists(directory.resolve("reports"));
            Files.deleteIfExists(directory.resolve("aiven.properties"));
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot remove " + directory + ".", e);
        }
        leftovers.assertNone();
    }
}

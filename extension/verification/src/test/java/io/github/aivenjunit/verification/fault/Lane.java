package io.github.aivenjunit.verification.fault;

import io.github.aivenjunit.config.ConfigSource;
import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.provision.AivenSession;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceSpec;
import io.github.aivenjunit.sweep.Sweep;
import io.github.aivenjunit.sweep.SweepReport;
import io.github.aivenjunit.sweep.SweepRequest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An Aiven of its own for one case after the other, behind a gateway. Two neighbours live in it the whole time: a session
 * with a project, and a session with services in the project that everybody borrows. Not thread-safe.
 */
final class Lane implements AutoCloseable {

    private static final String BORROWED = "shared";
    private static final String RUN = "faults";
    private static final String NEIGHBOURS = "neighbours";

    /** Longer than a sweep waits for a create that was under way when its session died. */
    private static final Duration LATE = Duration.ofMinutes(3);

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();
    private final Gateway gateway;
    private final Path directory;
    private final List<AivenSession> neighbours = new ArrayList<>();
    private final Belongings atRest;

    /**
     * What became of a case.
     *
     * @param methods of the requests that it took, in the order of their answers
     * @param struck how many of the requests were hit
     * @param failure why the platform could not be used, when it could not
     * @param violations what must not be
     */
    record Result(
            FaultCase what,
            List<String> methods,
            int struck,
            Optional<RuntimeException> failure,
            List<String> violations) {}

    Lane(Path directory, HttpClient client) throws IOException {
        this.directory = directory;
        Path unused = emulator.writeUserFile(directory);
        emulator.createProject(BORROWED, Map.of("team", "orders"));
        gateway = new Gateway(emulator.endpoint(), client);
        for (FaultCase.Scenario scenario : FaultCase.Scenario.values()) {
            AivenSession session = AivenSession.open(configuration(scenario, NEIGHBOURS, Map.of()));
            neighbours.add(session);
            session.plan(spec("neighbour")).provision();
        }
        atRest = belongings();
    }

    /** Runs a case, and looks at what is left. */
    Result run(FaultCase what) throws Exception {
        List<String> violations = new ArrayList<>();
        what.condition().fault().ifPresent(emulator::inject);
        gateway.begin(what.strike());
        Run run = runSession(what);
        List<String> methods =
                gateway.passed().stream().map(Gateway.Passed::method).toList();
        int struck = gateway.struck();
        violations.addAll(Invariants.nothingIsCreatedAfterADeletion(gateway.passed()));
        gateway.calm();
        emulator.clearFaults();

        Belongings left = belongings();
        violations.addAll(Invariants.everythingLeftIsPromised(left, atRest, journals()));
        if (run.clean()) {
            violations.addAll(Invariants.onlyTombstonesAreLeft("after a deletion that succeeded", left, atRest));
        }
        what.condition()
                .fault()
                .filter(fault -> what.condition() == FaultCase.Condition.OPEN_BALANCE)
                .ifPresent(emulator::inject);
        forget(left);
        sweep(SweepRequest.dryRun().deleting());
        violations.addAll(Invariants.onlyTombstonesAreLeft("after a sweep", belongings(), atRest));

        emulator.clearFaults();
        sweep(SweepRequest.dryRun().ofRun(RUN).deleting());
        // Nothing but their living sessions protects the neighbours from this one.
        sweep(SweepRequest.dryRun().ofRun(NEIGHBOURS).inProject(BORROWED).deleting());
        violations.addAll(Invariants.nothingHasChanged(belongings(), atRest));
        return new Result(what, methods, struck, run.failure(), List.copyOf(violations));
    }

    private record Run(Optional<RuntimeException> failure, boolean clean) {}

    private Run runSession(FaultCase what) {
        Optional<RuntimeException> failure = Optional.empty();
        boolean clean = false;
        try (AivenSession session = AivenSession.open(configuration(what.scenario(), RUN, impatience(what)))) {
            ProvisionedProject project = session.plan(spec("faulty"));
            try {
                project.provision();
            } catch (RuntimeException e) {
                failure = Optional.of(e);
            }
            try {
                project.close();
                clean = true;
            } catch (RuntimeException e) {
                failure = failure.or(() -> Optional.of(e));
            }
        }
        return new Run(failure, clean);
    }

    /** What fails for good is not tried for long. */
    private static Map<String, String> impatience(FaultCase what) {
        return what.strike().filter(Strike::lasting).isPresent()
                ? Map.of("aiven.deletionTimeout", "1s", "aiven.timeout", "10s")
                : Map.of();
    }

    private SweepReport sweep(SweepRequest request) {
        return new Sweep(configuration(FaultCase.Scenario.PROJECT, RUN, Map.of()), journals()).run(request);
    }

    private static ProjectSpec spec(String label) {
        return ProjectSpec.builder(label)
                .service(ServiceSpec.builder("kafka_mirrormaker", "startup-1")
                        .name("one")
                        .build())
                .service(ServiceSpec.builder("kafka_mirrormaker", "startup-1")
                        .name("two")
                        .build())
                .build();
    }

    private Configuration configuration(FaultCase.Scenario scenario, String run, Map<String, String> others) {
        Map<String, String> values = new HashMap<>(others);
        values.put("aiven.url", gateway.endpoint().toString());
        values.put("aiven.journal", journals().toString());
        values.put("aiven.watchdog", "off");
        values.put("aiven.sweep", "false");
        values.put("aiven.run", run);
        values.put("aiven.pollInterval", "20ms");
        if (scenario == FaultCase.Scenario.SERVICES) {
            values.put("aiven.existing", BORROWED);
        }
        return Configuration.of(List.of(
                ConfigSource.configurationParameters(key -> Optional.ofNullable(values.get(key))),
                ConfigSource.userFile(directory.resolve("aiven.properties"))));
    }

    private Path journals() {
        return directory.resolve("journal");
    }

    private Belongings belongings() throws IOException {
        return Belongings.of(emulator.projects(), journals());
    }

    /** As if the sessions whose journals are not the neighbours' had died a while ago. */
    private void forget(Belongings left) throws IOException {
        for (String file : left.journals().keySet()) {
            if (!atRest.journals().containsKey(file)) {
                Files.setLastModifiedTime(
                        journals().resolve(file), FileTime.from(Instant.now().minus(LATE)));
            }
        }
    }

    /** Ends the neighbours; returns what must not be. */
    List<String> end() throws IOException {
        neighbours.forEach(AivenSession::close);
        return Invariants.onlyTheBorrowedProjectIsLeft(belongings(), BORROWED);
    }

    @Override
    public void close() {
        neighbours.forEach(AivenSession::close);
        gateway.close();
        emulator.close();
    }
}

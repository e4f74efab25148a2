package io.github.aivenjunit.sweep;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.client.RetryPolicy;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.config.ConfigSource;
import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.emulator.AivenEmulator;
import io.github.aivenjunit.emulator.EmulatedProject;
import io.github.aivenjunit.emulator.EmulatedService;
import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.SessionJournal;
import io.github.aivenjunit.lease.internal.LeaseNotice;
import io.github.aivenjunit.lease.internal.Ownership;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An Aiven with leftovers, and the journals of the sessions that left them. */
final class Wreckage implements AutoCloseable {

    static final String RUN = "4711";

    private final AivenEmulator emulator =
            AivenEmulator.builder().engines(List.of()).start();
    private final AivenClient client = AivenClient.builder()
            .endpoint(emulator.endpoint())
            .token(ApiToken.of(emulator.token()))
            .retry(RetryPolicy.none())
            .build();
    private final Path directory;
    private final Configuration configuration;

    Wreckage(Path directory) {
        this.directory = directory;
        this.configuration = Configuration.of(List.of(ConfigSource.userFile(emulator.writeUserFile(directory))));
    }

    AivenEmulator emulator() {
        return emulator;
    }

    SweepReport sweep(SweepRequest request) {
        return new Sweep(configuration, journals()).run(request);
    }

    Path journals() {
        return directory.resolve("journal");
    }

    /** A project with one service, and with our tags on top of the others given. */
    void project(String name, Duration expiresIn, Map<String, String> others) {
        bareProject(name, ownership(RUN, expiresIn).tags(others));
    }

    void bareProject(String name, Map<String, String> tags) {
        emulator.createProject(name, tags);
        service(name, "one", Map.of());
    }

    void service(String project, String name, Map<String, String> tags) {
        client.services()
                .create(
                        project,
                        ServiceCreate.builder(name, "grafana", "startup-1")
                                .tags(tags)
                                .build());
    }

    static Ownership ownership(String run, Duration expiresIn) {
        return new Ownership(run, "jane", Instant.now().plus(expiresIn));
    }

    SessionJournal session(URI endpoint) {
        return new Journal(journals(), Clock.systemUTC()).open("session-" + files().size(), endpoint, RUN, "jane");
    }

    /** A session that has promised to delete a project and did not live to do it. */
    void deadSession(String project) {
        try (SessionJournal session = session(emulator.endpoint())) {
            session.acquired(promise(1, project, true));
        }
    }

    static LeaseNotice promise(long id, String project, boolean wholeProject) {
        return new LeaseNotice(id, project, wholeProject, Instant.now().plus(Duration.ofHours(2)));
    }

    List<String> projects() {
        return emulator.projects().stream().map(EmulatedProject::name).toList();
    }

    List<String> services(String project) {
        return emulator.services().stream()
                .filter(service -> service.project().equals(project))
                .map(EmulatedService::name)
                .sorted()
                .toList();
    }

    List<Path> files() {
        if (!Files.isDirectory(journals())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(journals())) {
            return files.filter(file -> file.toString().endsWith(".journal")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the journals.", e);
        }
    }

    /** What was done with each thing, by its name. */
    static Map<String, SweepOutcome> outcomes(SweepReport report) {
        Map<String, SweepOutcome> outcomes = new HashMap<>();
        report.items()
                .forEach(item -> outcomes.put(
                        item.service()
                                .map(service -> item.project() + "/" + service)
                                .orElse(item.project()),
                        item.outcome()));
        return outcomes;
    }

    @Override
    public void close() {
        client.close();
        emulator.close();
    }
}

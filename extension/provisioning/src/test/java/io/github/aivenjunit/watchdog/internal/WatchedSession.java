package io.github.aivenjunit.watchdog.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.config.HostJvm;
import io.github.aivenjunit.config.WatchdogMode;
import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.journal.internal.SessionJournal;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.LeaseEnding;
import io.github.aivenjunit.lease.internal.LeaseLogs;
import io.github.aivenjunit.lease.internal.Ownership;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A session with a journal and a watchdog, in this JVM or in one of its own. */
final class WatchedSession implements AutoCloseable {

    static final Ownership OWNERSHIP = new Ownership("run-7", "ada", Instant.parse("2026-11-22T12:00:00Z"));

    final SessionJournal journal;
    final Watchdog watchdog;
    private final AivenClient client;
    private final LeaseBook book;

    WatchedSession(URI endpoint, String token, Optional<String> organization, Path directory, Duration settling) {
        AivenClient.Builder builder = AivenClient.builder().endpoint(endpoint).token(ApiToken.of(token));
        organization.ifPresent(builder::organization);
        client = builder.build();
        journal = new Journal(directory, Clock.systemUTC()).open("one", endpoint, OWNERSHIP.run(), OWNERSHIP.owner());
        Charge charge = new Charge(
                token,
                endpoint,
                organization,
                journal.file(),
                OWNERSHIP.run(),
                OWNERSHIP.owner(),
                settling,
                Duration.ofSeconds(60),
                HostJvm.current().network());
        watchdog = Watchdog.start(
                WatchdogMode.REQUIRED,
                charge,
                HostJvm.current(),
                new Limits(Duration.ofSeconds(20), Duration.ofSeconds(20)));
        book = new LeaseBook(new LeaseLogs(List.of(journal, watchdog)));
    }

    Lease promiseProject(String name) {
        return book.acquireProject(name, OWNERSHIP);
    }

    Lease createProject(String name) {
        Lease lease = promiseProject(name);
        client.projects()
                .create(ProjectCreate.builder(name)
                        .cloud("google-europe-west1")
                        .tags(OWNERSHIP.tags(Map.of()))
                        .build());
        return lease;
    }

    Lease promiseServices(String project) {
        return book.acquireServices(project, OWNERSHIP);
    }

    /** A service with our tags; protected when its name says so. */
    void createService(Lease lease, String name) {
        lease.cover(name);
        client.services().create(lease.project(), service(name, OWNERSHIP.tags(Map.of())));
    }

    /** A service that somebody else makes. */
    void createForeignService(String project, String name, Map<String, String> tags) {
        client.services().create(project, service(name, tags));
    }

    void deleteOrderly(Lease lease) {
        lease.services().forEach(service -> client.services().delete(lease.project(), service));
        client.projects().delete(lease.project());
        lease.release(LeaseEnding.DELETED);
    }

    /** Ends as a session does; what is left is the watchdog's. */
    @Override
    public void close() {
        journal.close();
        watchdog.close();
        client.close();
    }

    private static ServiceCreate service(String name, Map<String, String> tags) {
        return ServiceCreate.builder(name, "grafana", "startup-1")
                .terminationProtection(name.startsWith("protected"))
                .tags(tags)
                .build();
    }
}

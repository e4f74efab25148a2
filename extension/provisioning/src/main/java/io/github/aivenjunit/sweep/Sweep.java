package io.github.aivenjunit.sweep;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.config.InvalidConfigurationException;
import io.github.aivenjunit.deletion.internal.ClientDeletionApi;
import io.github.aivenjunit.deletion.internal.ProjectDeleter;
import io.github.aivenjunit.journal.internal.Journal;
import io.github.aivenjunit.readiness.internal.Poller;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.Scope;
import io.github.aivenjunit.sweep.internal.DaemonThreads;
import io.github.aivenjunit.sweep.internal.Sweeper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Finds what runs have left on Aiven, and deletes it if asked to. Thread-safe; any number of sweeps may run side by side,
 * on any number of machines.
 *
 * <p>It looks at the journals of this user's dead sessions, and at the tags of the projects that the token can see. It
 * never deletes what lacks our marks (name prefix and tag for a project, the tag for a service), what a living session
 * may use, or what is protected by the tag {@code aiven-junit-protected}.
 *
 * <pre>{@code
 * Configuration configuration = Configuration.standard(key -> Optional.empty());
 * SweepReport report = new Sweep(configuration).run(SweepRequest.dryRun());
 * report.items().forEach(item -> logger.info("{}: {}", item.project(), item.reason()));
 * }</pre>
 */
public final class Sweep {

    private final Configuration configuration;
    private final Path journal;

    /** A sweep of what the configured token can see, with the configured journal. */
    public Sweep(Configuration configuration) {
        this(configuration, configuration.safety().journal());
    }

    /** A sweep with the journals in this directory. */
    public Sweep(Configuration configuration, Path journal) {
        this.configuration = configuration;
        this.journal = journal;
    }

    /**
     * Sweeps, and returns when everything that could be deleted is verified to be gone.
     *
     * @throws InvalidConfigurationException if no token is configured, or a configured value cannot be used
     * @throws io.github.aivenjunit.client.AivenApiException if the projects cannot be listed; what goes wrong with a
     *     single project is in the report
     */
    public SweepReport run(SweepRequest request) {
        AivenConfig config = configuration.resolve(
                ProjectSpec.builder("sweep").scope(Scope.CLASS).build());
        ApiToken token = config.token()
                .orElseThrow(() -> new InvalidConfigurationException("No API token is configured, so nothing can be"
                        + " swept. Set AIVEN_TOKEN, or 'token' in the user's file."));
        AivenClient.Builder builder =
                AivenClient.builder().endpoint(config.url()).token(token);
        config.organization().ifPresent(builder::organization);
        configuration.rate().governor(config).ifPresent(builder::governor);
        Clock clock = Clock.systemUTC();
        ExecutorService executor = Executors.newCachedThreadPool(new DaemonThreads("aiven-junit-sweep-service"));
        try (AivenClient client = builder.build()) {
            ProjectDeleter deleter = new ProjectDeleter(
                    new ClientDeletionApi(client),
                    executor,
                    new Poller(config.shortPollInterval())::until,
                    config.deletionTimeout(),
                    clock);
            return new Sweeper(client, deleter::delete, new Journal(journal, clock), clock).sweep(request);
        } finally {
            executor.shutdown();
        }
    }
}

package io.github.aivenjunit.deletion.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Project;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.deletion.DeletionResult.Leftover;
import io.github.aivenjunit.deletion.DeletionResult.Outcome;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseEnding;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.readiness.internal.Poller;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what a lease covers and verifies that it is gone. Idempotent, thread-safe: what is gone already is a success.
 *
 * <p>Order (Aiven docs, "Manage a project"): services side by side, each until it is a 404, then the project. Refuses
 * whatever does not carry our marks.
 */
public final class ProjectDeleter {

    private static final Logger logger = LoggerFactory.getLogger(ProjectDeleter.class);

    private final AivenClient client;
    private final Executor executor;
    private final Poller poller;
    private final Duration timeout;
    private final Clock clock;

    /**
     * A deleter.
     *
     * @param executor runs the deletions of the services of one project side by side
     * @param timeout for everything that one lease covers
     */
    public ProjectDeleter(AivenClient client, Executor executor, Poller poller, Duration timeout, Clock clock) {
        this.client = client;
        this.executor = executor;
        this.poller = poller;
        this.timeout = timeout;
        this.clock = clock;
    }

    /** Deletes what the lease covers and releases it when nothing is left. Never throws because of the API. */
    public DeletionResult delete(Lease lease) {
        // A test's timeout or a closing session interrupts this thread; what costs money is deleted all the same.
        boolean interrupted = Thread.interrupted();
        lease.beginDeletion();
        try {
            return new Run(lease).delete();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** One deletion. */
    private final class Run {

        private final Lease lease;
        private final String project;
        private final long startedNanos = System.nanoTime();
        private final Set<String> gone = new TreeSet<>();
        private final Map<String, Service> seen = new HashMap<>();
        private List<Leftover> leftovers = List.of();

        Run(Lease lease) {
            this.lease = lease;
            this.project = lease.project();
        }

        DeletionResult delete() {
            Outcome outcome = attempt();
            if (outcome instanceof Outcome.Left left) {
                outcome = new Outcome.Left(
                        left.leftovers().stream().map(this::priced).toList());
            } else {
                lease.release(outcome instanceof Outcome.Tombstone ? LeaseEnding.TOMBSTONE : LeaseEnding.DELETED);
            }
            return new DeletionResult(
                    project, List.copyOf(gone), outcome, Duration.ofNanos(System.nanoTime() - startedNanos));
        }

        private Outcome attempt() {
            try {
                return poller.until(timeout, this::round).orElseGet(() -> new Outcome.Left(leftovers));
            } catch (AivenApiException e) {
                return left(String.valueOf(e.getMessage()), Optional.of(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return left("interrupted before it was verified", Optional.of(e));
            }
        }

        /** One pass over everything; empty when another pass may get further. */
        private Optional<Outcome> round() {
            try {
                return pass();
            } catch (AivenApiException.ServerError | AivenApiException.RateLimited | AivenApiException.Unreachable e) {
                leftovers = List.of(leftover(Optional.empty(), String.valueOf(e.getMessage()), Optional.of(e)));
                return Optional.empty();
            }
        }

        private Optional<Outcome> pass() {
            if (lease.wholeProject()) {
                Optional<Project> found = client.projects().find(project);
                if (found.isEmpty()) {
                    return Optional.of(new Outcome.Gone());
                }
                if (!Ownership.madeProject(project, found.get().tags())) {
                    return Optional.of(
                            left("refused, because the project lacks our name prefix or our tag", Optional.empty()));
                }
            }
            List<Service> services = servicesToDelete();
            deleteServices(services);
            if (leftovers.isEmpty() && !services.isEmpty()) {
                // Another look: a create that was under way when we listed may have come through.
                leftovers = servicesToDelete().stream()
                        .map(late -> leftover(
                                Optional.of(late.serviceName()), "created during the deletion", Optional.empty()))
                        .toList();
            }
            if (!leftovers.isEmpty()) {
                return Optional.empty();
            }
            return lease.wholeProject() ? deleteProject() : Optional.of(new Outcome.Gone());
        }

        private void deleteServices(List<Service> services) {
            services.forEach(service -> seen.put(service.serviceName(), service));
            leftovers = new ServiceDeletions(client, executor, project).delete(services);
            services.stream()
                    .map(Service::serviceName)
                    .filter(name -> leftovers.stream()
                            .noneMatch(leftover -> leftover.service().equals(Optional.of(name))))
                    .forEach(gone::add);
        }

        private List<Service> servicesToDelete() {
            if (!lease.wholeProject() && lease.services().isEmpty()) {
                return List.of();
            }
            List<Service> all = client.services().list(project);
            if (lease.wholeProject()) {
                return all;
            }
            return all.stream()
                    .filter(service -> lease.services().contains(service.serviceName()))
                    .filter(service -> Ownership.madeService(service.tags()))
                    .toList();
        }

        private Optional<Outcome> deleteProject() {
            try {
                client.projects().delete(project);
            } catch (AivenApiException.Forbidden e) {
                if (OpenBalance.explains(e)) {
                    return Optional.of(tombstone(e));
                }
                return Optional.of(left(String.valueOf(e.getMessage()), Optional.of(e)));
            } catch (AivenApiException e) {
                // The text for "services present" is not documented; any refusal is answered by another pass.
                leftovers = List.of(leftover(Optional.empty(), String.valueOf(e.getMessage()), Optional.of(e)));
                return Optional.empty();
            }
            if (client.projects().find(project).isEmpty()) {
                return Optional.of(new Outcome.Gone());
            }
            leftovers = List.of(leftover(Optional.empty(), "still there after its deletion", Optional.empty()));
            return Optional.empty();
        }

        private Outcome tombstone(AivenApiException.Forbidden refusal) {
            try {
                client.projects()
                        .updateTags(
                                project,
                                Map.of(
                                        Ownership.TOMBSTONE_TAG,
                                        Optional.of(clock.instant()
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .toString())));
            } catch (AivenApiException e) {
                logger.warn(
                        "Could not mark the empty project {} as a tombstone. It costs nothing; delete it later with:"
                                + " avn project delete {}",
                        project,
                        project,
                        e);
            }
            return new Outcome.Tombstone(refusal.apiMessage());
        }

        private Outcome left(String reason, Optional<Exception> cause) {
            List<Leftover> all = new ArrayList<>(leftovers);
            all.add(leftover(Optional.empty(), reason, cause));
            return new Outcome.Left(all);
        }

        private Leftover leftover(Optional<String> service, String reason, Optional<Exception> cause) {
            return new Leftover(service, reason, Optional.empty(), cause);
        }

        private Leftover priced(Leftover leftover) {
            return new Leftover(
                    leftover.service(),
                    leftover.reason(),
                    leftover.service().map(seen::get).flatMap(this::hourlyPrice),
                    leftover.cause());
        }

        private Optional<String> hourlyPrice(Service service) {
            try {
                return Optional.of(client.catalog()
                                .price(project, service.serviceType(), service.plan(), service.cloudName())
                                .basePriceUsd()
                                .toPlainString()
                        + " USD");
            } catch (AivenApiException e) {
                logger.debug("The price of what is left is unknown", e);
                return Optional.empty();
            }
        }
    }
}

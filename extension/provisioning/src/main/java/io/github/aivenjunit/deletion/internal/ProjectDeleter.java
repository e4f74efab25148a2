package io.github.aivenjunit.deletion.internal;

import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.deletion.DeletionResult.Leftover;
import io.github.aivenjunit.deletion.DeletionResult.Outcome;
import io.github.aivenjunit.deletion.internal.DeletionApi.FoundService;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseEnding;
import io.github.aivenjunit.lease.internal.Ownership;
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

    private final DeletionApi api;
    private final Executor executor;
    private final Rounds rounds;
    private final Duration timeout;
    private final Duration settling;
    private final Clock clock;
    private final LastOut lastOut;

    /**
     * A deleter.
     *
     * @param executor runs the deletions of the services of one project side by side
     * @param timeout for everything that one lease covers
     */
    public ProjectDeleter(DeletionApi api, Executor executor, Rounds rounds, Duration timeout, Clock clock) {
        this(api, executor, rounds, timeout, Duration.ZERO, clock);
    }

    /**
     * A deleter that waits for creates that were not answered: their sender died, or was interrupted, and they may still
     * come through.
     *
     * @param settling for how long what was never seen is looked for before it counts as gone
     */
    public ProjectDeleter(
            DeletionApi api, Executor executor, Rounds rounds, Duration timeout, Duration settling, Clock clock) {
        this.api = api;
        this.executor = executor;
        this.rounds = rounds;
        this.timeout = timeout;
        this.settling = settling;
        this.clock = clock;
        this.lastOut = lease -> true;
    }

    private ProjectDeleter(ProjectDeleter like, LastOut lastOut) {
        this.api = like.api;
        this.executor = like.executor;
        this.rounds = like.rounds;
        this.timeout = like.timeout;
        this.settling = like.settling;
        this.clock = like.clock;
        this.lastOut = lastOut;
    }

    /** The same deleter, which leaves alone what somebody else still uses. */
    public ProjectDeleter after(LastOut others) {
        return new ProjectDeleter(this, others);
    }

    /** Deletes what the lease covers and releases it when nothing is left. Never throws because of the API. */
    public DeletionResult delete(Lease lease) {
        // A test's timeout or a closing session interrupts this thread; what costs money is deleted all the same.
        boolean interrupted = Thread.interrupted();
        lease.beginDeletion();
        try {
            return lastOut.leave(lease) ? new Run(lease).delete() : handedOver(lease);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static DeletionResult handedOver(Lease lease) {
        logger.info("Project {} is left to a session that still uses it", lease.project());
        return new DeletionResult(lease.project(), List.of(), new Outcome.HandedOver(), Duration.ZERO);
    }

    /** One deletion. */
    private final class Run {

        private final Lease lease;
        private final String project;
        private final long startedNanos = System.nanoTime();
        private final Set<String> gone = new TreeSet<>();
        private final Map<String, FoundService> seen = new HashMap<>();
        private List<Leftover> leftovers = List.of();
        private boolean projectSeen;

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
                return rounds.until(timeout, this::round).orElseGet(() -> new Outcome.Left(leftovers));
            } catch (DeletionApiException e) {
                return left(String.valueOf(e.getMessage()), Optional.of(e.origin()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return left("interrupted before it was verified", Optional.of(e));
            }
        }

        /** One pass over everything; empty when another pass may get further. */
        private Optional<Outcome> round() {
            try {
                Optional<Outcome> outcome = pass();
                if (outcome.filter(Outcome.Gone.class::isInstance).isPresent() && mayStillAppear()) {
                    leftovers = List.of(leftover(
                            Optional.empty(),
                            "its create was not answered and may still take effect",
                            Optional.empty()));
                    return Optional.empty();
                }
                return outcome;
            } catch (DeletionApiException.TryAgain e) {
                leftovers =
                        List.of(leftover(Optional.empty(), String.valueOf(e.getMessage()), Optional.of(e.origin())));
                return Optional.empty();
            }
        }

        private boolean mayStillAppear() {
            Set<String> unanswered = lease.unanswered();
            boolean nothingToCome = lease.wholeProject()
                    ? projectSeen || !unanswered.contains(project)
                    : seen.keySet().containsAll(unanswered);
            return !nothingToCome && System.nanoTime() - startedNanos < settling.toNanos();
        }

        private Optional<Outcome> pass() {
            if (lease.wholeProject()) {
                Optional<Map<String, String>> tags = api.projectTags(project);
                if (tags.isEmpty()) {
                    return Optional.of(new Outcome.Gone());
                }
                projectSeen = true;
                if (!Ownership.madeProject(project, tags.get())) {
                    return Optional.of(
                            left("refused, because the project lacks our name prefix or our tag", Optional.empty()));
                }
            }
            List<FoundService> services = servicesToDelete();
            deleteServices(services);
            if (leftovers.isEmpty() && !services.isEmpty()) {
                // Another look: a create that was under way when we listed may have come through.
                leftovers = servicesToDelete().stream()
                        .map(late ->
                                leftover(Optional.of(late.name()), "created during the deletion", Optional.empty()))
                        .toList();
            }
            if (!leftovers.isEmpty()) {
                return Optional.empty();
            }
            return lease.wholeProject() ? deleteProject() : Optional.of(new Outcome.Gone());
        }

        private void deleteServices(List<FoundService> services) {
            services.forEach(service -> seen.put(service.name(), service));
            leftovers = new ServiceDeletions(api, executor, project).delete(services);
            services.stream()
                    .map(FoundService::name)
                    .filter(name -> leftovers.stream()
                            .noneMatch(leftover -> leftover.service().equals(Optional.of(name))))
                    .forEach(gone::add);
        }

        private List<FoundService> servicesToDelete() {
            if (!lease.wholeProject() && lease.services().isEmpty()) {
                return List.of();
            }
            List<FoundService> all = api.services(project);
            if (lease.wholeProject()) {
                return all;
            }
            return all.stream()
                    .filter(service -> lease.services().contains(service.name()))
                    .filter(service -> Ownership.madeService(service.tags()))
                    .toList();
        }

        private Optional<Outcome> deleteProject() {
            try {
                api.deleteProject(project);
            } catch (DeletionApiException.Refused e) {
                if (OpenBalance.explains(e)) {
                    return Optional.of(tombstone(e));
                }
                if (e.forbidden()) {
                    return Optional.of(left(String.valueOf(e.getMessage()), Optional.of(e.origin())));
                }
                // The text for "services present" is not documented; any refusal is answered by another pass.
                leftovers =
                        List.of(leftover(Optional.empty(), String.valueOf(e.getMessage()), Optional.of(e.origin())));
                return Optional.empty();
            }
            if (api.projectTags(project).isEmpty()) {
                return Optional.of(new Outcome.Gone());
            }
            leftovers = List.of(leftover(Optional.empty(), "still there after its deletion", Optional.empty()));
            return Optional.empty();
        }

        private Outcome tombstone(DeletionApiException.Refused refusal) {
            try {
                api.markTombstone(project, clock.instant().truncatedTo(ChronoUnit.SECONDS));
            } catch (DeletionApiException e) {
                logger.warn(
                        "Could not mark the empty project {} as a tombstone. It costs nothing; delete it later with:"
                                + " avn project delete {}",
                        project,
                        project,
                        e.origin());
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

        private Optional<String> hourlyPrice(FoundService service) {
            try {
                return api.hourlyPrice(project, service);
            } catch (DeletionApiException e) {
                logger.debug("The price of what is left is unknown", e.origin());
                return Optional.empty();
            }
        }
    }
}

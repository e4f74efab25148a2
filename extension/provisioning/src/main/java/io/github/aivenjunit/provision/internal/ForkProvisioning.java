package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.deletion.DeletionFailedException;
import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.provision.ProvisioningException;
import io.github.aivenjunit.readiness.internal.Poller;
import io.github.aivenjunit.share.internal.Turn;
import io.github.aivenjunit.spec.ProjectSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The project of a class that runs in this fork: what another fork has begun for it, or its own where there is nothing to
 * take over. Thread-safe.
 */
final class ForkProvisioning implements ProvisionedProject {

    private static final Logger logger = LoggerFactory.getLogger(ForkProvisioning.class);

    private static final Poller LOOKS = new Poller(Duration.ofMillis(50));

    /** How long one waits before one says so again. */
    private static final Duration SAYS_SO = Duration.ofSeconds(30);

    /** How long the fork that has begun the project may take to see that it is taken over. */
    private static final Duration LETTING_GO = Duration.ofSeconds(10);

    private final Provisioner session;
    private final ForkLookAhead forks;
    private final String className;
    private final ProjectSpec spec;
    private final AivenConfig config;
    private Optional<BackgroundCreation<Provisioning>> settling = Optional.empty();
    private Optional<Provisioning> settled = Optional.empty();
    private Optional<ForkPlace> place = Optional.empty();
    private boolean over;

    ForkProvisioning(Provisioner session, ForkLookAhead forks, String className, ProjectSpec spec, AivenConfig config) {
        this.session = session;
        this.forks = forks;
        this.className = className;
        this.spec = spec;
        this.config = config;
    }

    @Override
    public AivenConfig config() {
        return config;
    }

    @Override
    public void begin() {
        BackgroundCreation<Provisioning> unused = begun();
    }

    @Override
    public EphemeralProject provision() {
        try {
            return begun().join().provision();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            RuntimeException failure = new ProvisioningException("Interrupted while the project was provisioned.", e);
            try {
                close();
            } catch (DeletionFailedException left) {
                failure.addSuppressed(left);
            }
            throw failure;
        }
    }

    private synchronized BackgroundCreation<Provisioning> begun() {
        if (over) {
            throw new IllegalStateException(
                    "The project of " + spec.label() + " is deleted or kept. Plan another one.");
        }
        return settling.orElseGet(() -> {
            BackgroundCreation<Provisioning> begun = new BackgroundCreation<>();
            settling = Optional.of(begun);
            try {
                session.executor().execute(() -> begun.run(this::settle, this::giveUp));
            } catch (RejectedExecutionException e) {
                begun.refused(new IllegalStateException(
                        "The session is closed, so nothing is created for " + spec.label() + ". Open another one.", e));
            }
            return begun;
        });
    }

    /** Finds out whose project it is. Of the creation itself nobody waits for the end here. */
    private Provisioning settle() throws InterruptedException {
        ForkPlace meeting = forks.place(className, spec, config);
        synchronized (this) {
            place = Optional.of(meeting);
        }
        Home home = session.home(config);
        LeaseBook book = session.leases(home, config);
        Turn turn = turn(meeting, book);
        Optional<Provisioning> own = turn instanceof Turn.Own ? forks.takeBack(meeting) : Optional.empty();
        if (own.isPresent()) {
            return settled(own.get());
        }
        Optional<Provisioning> joined = settled();
        return turn instanceof Turn.Join join && joined.isPresent() ? join(home, joined.get(), join.lease()) : alone();
    }

    private Turn turn(ForkPlace meeting, LeaseBook book) throws InterruptedException {
        Turn turn = meeting.take(name -> lease(book, name));
        while (turn instanceof Turn.Wait) {
            logger.info("Waiting for another fork, which creates the project of {}", className);
            turn = LOOKS.until(
                            SAYS_SO,
                            () -> Optional.of(meeting.take(name -> lease(book, name)))
                                    .filter(next -> !(next instanceof Turn.Wait)))
                    .orElse(turn);
        }
        return turn;
    }

    private Lease lease(LeaseBook book, String project) {
        Lease lease = book.acquireProject(project, session.ownership(config));
        // Its creator has seen it.
        lease.answered(project);
        // From here on a deletion of this lets go of the lease, whatever comes between.
        settled(session.provisioning(spec, config, Optional.of(lease)));
        return lease;
    }

    /** Falls back to one of its own when the project is gone, for example because a sweep elsewhere found it expired. */
    private Provisioning join(Home home, Provisioning joined, Lease lease) {
        try {
            home.client()
                    .projects()
                    .updateTags(
                            lease.project(),
                            Map.of(
                                    Ownership.EXPIRES_TAG,
                                    Optional.of(lease.ownership().expires().toString())));
        } catch (AivenApiException e) {
            if (e instanceof AivenApiException.Interrupted
                    || home.client().projects().find(lease.project()).isPresent()) {
                throw e;
            }
            logger.info("Project {} is gone, so {} has its own made", lease.project(), className);
            DeletionResult unused = joined.delete();
            return alone();
        }
        joined.begin();
        logger.info("Project {} was begun by another fork and is taken over by {}", lease.project(), className);
        return joined;
    }

    private Provisioning alone() {
        Provisioning alone = settled(session.provisioning(spec, config, Optional.empty()));
        alone.begin();
        return alone;
    }

    private synchronized Provisioning settled(Provisioning project) {
        settled = Optional.of(project);
        return project;
    }

    private RuntimeException giveUp(Exception cause) {
        if (cause instanceof RuntimeException failure) {
            return failure;
        }
        return new ProvisioningException("The project could not be provisioned: " + cause.getMessage() + ".", cause);
    }

    @Override
    public Optional<EphemeralProject> project() {
        return settled().flatMap(Provisioning::project);
    }

    private synchronized Optional<Provisioning> settled() {
        return settled;
    }

    @Override
    public Optional<String> keep() {
        Optional<Provisioning> mine = settled();
        mine.ifPresent(project -> awaitLetGo());
        return mine.flatMap(Provisioning::keep);
    }

    @Override
    public DeletionResult delete() {
        end().ifPresent(begun -> {
            begun.callOff();
            begun.awaitEnd();
        });
        Optional<Provisioning> mine = settled();
        if (mine.isPresent()) {
            awaitLetGo();
            return mine.get().delete();
        }
        renounce();
        return new DeletionResult(spec.label(), List.of(), new DeletionResult.Outcome.Gone(), Duration.ZERO);
    }

    /** Also where it was called off before it had come for what another fork has begun. */
    private void renounce() {
        try {
            forks.place(className, spec, config).renounce();
        } catch (RuntimeException e) {
            // There is nothing here to delete, so no deletion has failed: the session is closed, or has no journal.
            logger.debug("What was begun for {} stays until the session of its fork ends", className, e);
        }
    }

    private synchronized Optional<BackgroundCreation<Provisioning>> end() {
        over = true;
        return settling;
    }

    private synchronized Optional<ForkPlace> meeting() {
        return place;
    }

    /** As long as the fork that has begun it has a lease on it, the deletion would be left to that fork. */
    private void awaitLetGo() {
        try {
            Optional<ForkPlace> meeting = meeting();
            if (meeting.isPresent()) {
                LOOKS.until(LETTING_GO, () -> Optional.of(meeting.get()).filter(ForkPlace::isLetGo));
            }
        } catch (InterruptedException e) {
            // The deletion itself is not cut short; at worst it is left to the other fork.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        DeletionResult result = delete();
        if (result.outcome() instanceof DeletionResult.Outcome.Left left) {
            throw new DeletionFailedException(result.project(), left);
        }
    }
}

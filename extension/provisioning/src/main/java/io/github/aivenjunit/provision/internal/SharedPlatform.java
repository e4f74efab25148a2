package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseBook;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.provision.ProvisioningException;
import io.github.aivenjunit.readiness.internal.Poller;
import io.github.aivenjunit.share.internal.Rendezvous;
import io.github.aivenjunit.share.internal.Turn;
import io.github.aivenjunit.spec.ProjectSpec;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A project that classes of this session share, on Aiven also with other sessions of the run: begun by the first that needs
 * it, left at the end of the session, because a later class may want it. Thread-safe.
 */
final class SharedPlatform implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(SharedPlatform.class);

    /** Another session that creates is looked at in its files, which costs next to nothing. */
    private static final Poller LOOKS = new Poller(Duration.ofMillis(250));

    /** How long one waits before one says so again. */
    private static final Duration SAYS_SO = Duration.ofSeconds(30);

    private final Provisioner session;
    private final ProjectSpec spec;
    private final AivenConfig config;
    private final String key;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final FutureTask<EphemeralProject> work = new FutureTask<>(this::provide);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Optional<Provisioning> provisioning = Optional.empty();
    private boolean closed;

    SharedPlatform(Provisioner session, ProjectSpec spec, AivenConfig config, String key) {
        this.session = session;
        this.spec = spec;
        this.config = config;
        this.key = key;
    }

    /** Lets it be made, if nobody has yet. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            // In a thread of the session, because the class that came first may be interrupted and the others wait on.
            session.executor().execute(() -> {
                try {
                    work.run();
                } finally {
                    ended.countDown();
                }
            });
        }
    }

    /** The project; a failure is the failure of everybody who asks. */
    EphemeralProject project() {
        begin();
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisioningException("Interrupted while waiting for the shared project.", e);
        } catch (CancellationException e) {
            throw new ProvisioningException(
                    "The session was closed before the shared project was there. Start the tests again.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new ProvisioningException("The shared project could not be provisioned: " + e.getMessage() + ".", e);
        }
    }

    /** The latest try to have it. */
    synchronized Optional<Provisioning> provisioning() {
        return provisioning;
    }

    private EphemeralProject provide() throws InterruptedException {
        Home home = session.home(config);
        if (home.mode() == Mode.EMULATED) {
            return start(Optional.empty()).provision();
        }
        LeaseBook book = session.leases(home, config);
        Rendezvous rendezvous = new Rendezvous(session.journal(), session.journalOf(home), key);
        while (true) {
            Turn turn = turn(rendezvous, book);
            if (turn instanceof Turn.Failed failed) {
                throw new ProvisioningException(failed.message());
            }
            if (turn instanceof Turn.Create) {
                return create(rendezvous);
            }
            if (turn instanceof Turn.Join join) {
                Optional<EphemeralProject> project = join(home, rendezvous, join.lease());
                if (project.isPresent()) {
                    return project.get();
                }
            }
        }
    }

    private Turn turn(Rendezvous rendezvous, LeaseBook book) throws InterruptedException {
        while (true) {
            Optional<Turn> turn = LOOKS.until(
                    SAYS_SO,
                    () -> Optional.of(rendezvous.next(name -> lease(book, name)))
                            .filter(next -> !(next instanceof Turn.Wait)));
            if (turn.isPresent()) {
                return turn.get();
            }
            logger.info("Waiting for another JVM of the run, which creates the shared project");
        }
    }

    private Lease lease(LeaseBook book, String project) {
        Lease lease = book.acquireProject(project, session.ownership(config));
        // Its creator has seen it.
        lease.answered(project);
        return lease;
    }

    private EphemeralProject create(Rendezvous rendezvous) {
        try {
            EphemeralProject project = start(Optional.empty()).provision();
            rendezvous.created(project.name());
            return project;
        } catch (RuntimeException e) {
            rendezvous.failed(String.valueOf(e.getMessage()));
            throw e;
        }
    }

    /** Empty when it is gone, for example because a sweep elsewhere found it expired. */
    private Optional<EphemeralProject> join(Home home, Rendezvous rendezvous, Lease lease) {
        try {
            Provisioning joined = start(Optional.of(lease));
            moveExpiry(home.client(), lease);
            EphemeralProject project = joined.provision();
            logger.info("Project {} is shared with another JVM of the run", project.name());
            return Optional.of(project);
        } catch (RuntimeException e) {
            // Also when it failed before it began, for example at a check.
            session.deleter(home, config).delete(lease);
            if (Thread.currentThread().isInterrupted()
                    || home.client().projects().find(lease.project()).isPresent()) {
                throw e;
            }
            rendezvous.vanished(lease.project());
            return Optional.empty();
        }
    }

    private void moveExpiry(AivenClient client, Lease lease) {
        client.projects()
                .updateTags(
                        lease.project(),
                        Map.of(
                                Ownership.EXPIRES_TAG,
                                Optional.of(lease.ownership().expires().toString())));
    }

    private synchronized Provisioning start(Optional<Lease> joined) {
        if (closed) {
            throw new IllegalStateException("The session is closed, so no project is shared any more. Open another.");
        }
        Provisioning started = new Provisioning(session, spec, config, joined);
        provisioning = Optional.of(started);
        return started;
    }

    /** The work ends soon when it is interrupted; a deletion that it has begun is to be finished. */
    private void awaitEnd() {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves it, and deletes it when nobody else uses it. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        if (!begun.compareAndSet(false, true)) {
            work.cancel(true);
            awaitEnd();
        }
        provisioning().ifPresent(Provisioning::delete);
    }
}

package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.deletion.DeletionFailedException;
import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.LeaseEnding;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.project.ServiceHandle;
import io.github.aivenjunit.provision.ProjectReport;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.timeline.internal.Fate;
import io.github.aivenjunit.timeline.internal.PlatformTrack;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One project. It is created on a thread of the session; a deletion calls that off and waits for its end, so that neither
 * overtakes the other.
 */
final class Provisioning implements ProvisionedProject {

    private static final Logger logger = LoggerFactory.getLogger(Provisioning.class);

    private final Provisioner session;
    private final ProjectSpec spec;
    private final AivenConfig config;
    private final Optional<Lease> joined;

    /** Held as long as something is deleted or kept; what is below is guarded by this object, and never for long. */
    private final Lock ending = new ReentrantLock();

    private Optional<BackgroundCreation<LiveProject>> creating = Optional.empty();
    private final PlatformTrack track;
    private Optional<Creation> creation;
    private Optional<LiveProject> live = Optional.empty();
    private Optional<ProjectReport> report = Optional.empty();
    private boolean over;

    /** From the moment of the lease on: everything that a deletion needs. */
    private record Creation(Home home, Lease lease) {}

    /**
     * A project.
     *
     * @param joined the lease on a project that somebody else has made as the spec says
     */
    Provisioning(Provisioner session, ProjectSpec spec, AivenConfig config, Optional<Lease> joined) {
        this.joined = joined;
        this.session = session;
        this.spec = spec;
        this.config = config;
        this.track = session.timeline().platform(spec.label());
        // A deletion lets go of that lease also when nothing was begun.
        this.creation = joined.map(lease -> new Creation(session.home(config), lease));
    }

    @Override
    public AivenConfig config() {
        return config;
    }

    @Override
    public void begin() {
        BackgroundCreation<LiveProject> unused = begun();
    }

    @Override
    public EphemeralProject provision() {
        try {
            return begun().join();
        } catch (InterruptedException e) {
            RuntimeException failure = ProvisioningFailure.of(e);
            Thread.currentThread().interrupt();
            try {
                close();
            } catch (DeletionFailedException left) {
                failure.addSuppressed(left);
            }
            throw failure;
        }
    }

    private synchronized BackgroundCreation<LiveProject> begun() {
        if (over) {
            throw new IllegalStateException(
                    "The project of " + spec.label() + " is deleted or kept. Plan another one.");
        }
        return creating.orElseGet(() -> {
            BackgroundCreation<LiveProject> begun = new BackgroundCreation<>();
            creating = Optional.of(begun);
            try {
                session.executor().execute(() -> begun.run(this::createAndShow, this::undo));
            } catch (RejectedExecutionException e) {
                begun.refused(new IllegalStateException(
                        "The session is closed, so nothing is created for " + spec.label() + ". Open another one.", e));
            }
            return begun;
        });
    }

    private LiveProject createAndShow() throws Exception {
        LiveProject project =
                new ProjectCreation(session, spec, config, joined, track, this::promised, this::services).create();
        synchronized (this) {
            live = Optional.of(project);
        }
        return project;
    }

    private RuntimeException undo(Exception cause) {
        track.failed();
        RuntimeException failure = cause instanceof RuntimeException runtime ? runtime : ProvisioningFailure.of(cause);
        DeletionResult result = deleteCreated();
        if (result.outcome() instanceof DeletionResult.Outcome.Left left) {
            failure.addSuppressed(new DeletionFailedException(result.project(), left));
        }
        return failure;
    }

    private synchronized void promised(Home home, Lease lease) {
        creation = Optional.of(new Creation(home, lease));
    }

    private synchronized List<ServiceHandle> services() {
        return live.map(LiveProject::services).orElse(List.of());
    }

    @Override
    public synchronized Optional<EphemeralProject> project() {
        return live.map(project -> project);
    }

    @Override
    public Optional<String> keep() {
        ending.lock();
        try {
            Optional<EphemeralProject> keepable = project().filter(project -> project.mode() == Mode.CLOUD);
            return keepable.map(this::keep);
        } finally {
            ending.unlock();
        }
    }

    private String keep(EphemeralProject project) {
        Instant expires = session.clock().instant().plus(config.expiresAfter()).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Optional<String>> moved = Map.of(Ownership.EXPIRES_TAG, Optional.of(expires.toString()));
        AivenClient client = project.client();
        if (config.existing().isPresent()) {
            project.services()
                    .forEach(service -> client.services().updateTags(project.name(), service.serviceName(), moved));
        } else {
            client.projects().updateTags(project.name(), moved);
        }
        creation().ifPresent(created -> created.lease().release(LeaseEnding.KEPT));
        track.ended(Fate.KEPT);
        synchronized (this) {
            report = Optional.of(describe(true, Optional.empty()));
            live = Optional.empty();
            creation = Optional.empty();
            over = true;
        }
        return KeptProject.describe(project, config.existing().isPresent(), expires);
    }

    ProjectSpec spec() {
        return spec;
    }

    /** From now on nothing is begun. Tells whether there is something to delete, or somebody who creates it. */
    synchronized boolean needsDeletion() {
        over = true;
        return creation.isPresent()
                || creating.filter(begun -> !begun.hasEnded()).isPresent();
    }

    private synchronized Optional<Creation> creation() {
        return creation;
    }

    @Override
    public DeletionResult delete() {
        end().ifPresent(begun -> {
            begun.callOff();
            begun.awaitEnd();
        });
        return deleteCreated();
    }

    private synchronized Optional<BackgroundCreation<LiveProject>> end() {
        over = true;
        return creating;
    }

    private DeletionResult deleteCreated() {
        ending.lock();
        try {
            return creation().map(this::delete).orElseGet(this::deletionSoFar);
        } finally {
            ending.unlock();
        }
    }

    private synchronized DeletionResult deletionSoFar() {
        return report.flatMap(ProjectReport::deletion)
                .orElseGet(() ->
                        new DeletionResult(spec.label(), List.of(), new DeletionResult.Outcome.Gone(), Duration.ZERO));
    }

    private DeletionResult delete(Creation created) {
        track.deleting();
        DeletionResult result = session.deleter(created.home(), config).delete(created.lease());
        track.ended(Fate.of(result.outcome()));
        note(result);
        if (result.outcome() instanceof DeletionResult.Outcome.Tombstone tombstone) {
            logger.warn(
                    "Project {} is empty and costs nothing further, but Aiven keeps it for now: {}. It can be deleted"
                            + " later with: avn project delete {}",
                    result.project(),
                    tombstone.reason(),
                    result.project());
        }
        boolean isGone = result.outcome() instanceof DeletionResult.Outcome.Gone
                || result.outcome() instanceof DeletionResult.Outcome.Tombstone;
        if (isGone) {
            logger.info(
                    "{} deleted after {} ms",
                    created.lease().wholeProject()
                            ? "Project " + result.project() + " is"
                            : "Services " + result.services() + " of project " + result.project() + " are",
                    result.elapsed().toMillis());
        }
        return result;
    }

    private synchronized void note(DeletionResult result) {
        report = Optional.of(describe(false, Optional.of(result)));
        if (!(result.outcome() instanceof DeletionResult.Outcome.Left)) {
            creation = Optional.empty();
            live = Optional.empty();
        }
    }

    @Override
    public void close() {
        DeletionResult result = delete();
        if (result.outcome() instanceof DeletionResult.Outcome.Left left) {
            throw new DeletionFailedException(result.project(), left);
        }
    }

    synchronized Optional<ProjectReport> report() {
        return creation.isPresent() && report.isEmpty() ? Optional.of(describe(false, Optional.empty())) : report;
    }

    private ProjectReport describe(boolean kept, Optional<DeletionResult> deletion) {
        String name = creation.map(created -> created.lease().project()).orElse(spec.label());
        Mode mode = creation.map(created -> created.home().mode()).orElse(Mode.CLOUD);
        List<ProjectReport.ServiceReport> services = live.stream()
                .flatMap(project -> project.services().stream())
                .map(service -> new ProjectReport.ServiceReport(
                        service.name(),
                        service.type(),
                        service.plan(),
                        service.readiness().total()))
                .toList();
        return new ProjectReport(name, mode, services, kept, deletion);
    }
}

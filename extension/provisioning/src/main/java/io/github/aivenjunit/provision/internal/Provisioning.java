package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.connection.CaCertificate;
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
import io.github.aivenjunit.provision.ProvisioningException;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceOrigin;
import io.github.aivenjunit.spec.ServiceSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One project: created and deleted under one lock, so that neither overtakes the other. */
final class Provisioning implements ProvisionedProject {

    private static final Logger logger = LoggerFactory.getLogger(Provisioning.class);

    private final Provisioner session;
    private final ProjectSpec spec;
    private final AivenConfig config;
    private Optional<Creation> creation = Optional.empty();
    private Optional<LiveProject> live = Optional.empty();
    private Optional<ProjectReport> report = Optional.empty();

    /** From the moment of the lease on: everything that a deletion needs. */
    private record Creation(Home home, Lease lease) {}

    Provisioning(Provisioner session, ProjectSpec spec, AivenConfig config) {
        this.session = session;
        this.spec = spec;
        this.config = config;
    }

    @Override
    public AivenConfig config() {
        return config;
    }

    @Override
    public synchronized EphemeralProject provision() {
        if (creation.isPresent()) {
            throw new IllegalStateException("This project was provisioned before. Plan another one.");
        }
        try {
            LiveProject project = create();
            live = Optional.of(project);
            return project;
        } catch (Exception e) {
            RuntimeException failure = e instanceof RuntimeException runtime ? runtime : interruptedOrFailed(e);
            deleteAfter(failure);
            throw failure;
        }
    }

    private LiveProject create() throws Exception {
        long started = System.nanoTime();
        Home home = session.home(config);
        Preflight preflight = session.preflight(home);
        preflight.check(spec, config);

        Ownership ownership = session.ownership(config);
        Map<String, String> tags = ownership.tags(spec.tags());
        Lease lease = config.existing().isPresent()
                ? borrow(home, config.existing().get(), ownership)
                : found(home, ownership, tags);

        if (home.mode() == Mode.CLOUD) {
            session.renewals().keepAlive(home.client(), lease, config.expiresAfter());
        }

        CompletableFuture<CaCertificate> ca = CompletableFuture.supplyAsync(
                () -> CaCertificate.of(home.client().projects().caCertificate(lease.project())), session.executor());
        ServiceProvisioner services = new ServiceProvisioner(home, config, lease, tags, ca, session.names());
        List<ServiceHandle> handles = new SideBySide<ServiceHandle>(session.executor())
                .run(spec.services().stream()
                        .map(service -> (Callable<ServiceHandle>) () -> services.provision(service))
                        .toList());
        LiveProject project = new LiveProject(
                lease.project(),
                config.cloud(),
                home,
                tags,
                ca.get(),
                handles,
                service -> createLater(services, preflight, service));
        logger.info(
                "Project {} ({}) is ready after {} ms",
                lease.project(),
                home.mode(),
                Duration.ofNanos(System.nanoTime() - started).toMillis());
        return project;
    }

    /** A project of our own. */
    private Lease found(Home home, Ownership ownership, Map<String, String> tags) {
        String name = session.names().project(spec, ownership.run());
        Lease lease = session.leases(home, config).acquireProject(name, ownership);
        creation = Optional.of(new Creation(home, lease));
        ProjectCreate.Builder request =
                ProjectCreate.builder(name).cloud(config.cloud()).tags(tags);
        if (home.mode() == Mode.CLOUD) {
            config.billingGroup().ifPresent(request::billingGroupId);
            config.organization().ifPresent(request::parentId);
        }
        try {
            CreateCall.send(lease, name, () -> home.client().projects().create(request.build()));
        } catch (AivenApiException.Forbidden e) {
            throw new ProvisioningException(
                    "The API token from " + config.tokenOrigin().orElse("the emulator")
                            + " may not create projects. Give its user the permission organization:projects:write, or"
                            + " use a project that exists: existing = \"name\" on @AivenProject, or aiven.existing.",
                    e);
        }
        logger.info("Project {} ({}) is created for {}", name, home.mode(), spec.label());
        return lease;
    }

    /** Somebody else's project. The emulator has none, so it gets one of that name. */
    private Lease borrow(Home home, String project, Ownership ownership) {
        Lease lease = session.leases(home, config).acquireServices(project, ownership);
        spec.services().forEach(service -> session.names().service(service.name(), lease));
        creation = Optional.of(new Creation(home, lease));
        if (home.mode() == Mode.EMULATED) {
            session.ensureEmulatedProject(home, project, config.cloud());
        } else if (home.client().projects().find(project).isEmpty()) {
            throw new ProvisioningException("There is no project '" + project + "' that the API token from "
                    + config.tokenOrigin().orElse("the emulator")
                    + " can see. Correct 'existing', or make the token's user a member of the project.");
        }
        return lease;
    }

    private void requireSource(ServiceOrigin origin) {
        boolean exists = live.stream()
                .flatMap(project -> project.services().stream())
                .anyMatch(existing -> existing.name().equals(origin.source()));
        if (!exists) {
            throw new InvalidSpecException("The project has no service '" + origin.source() + "' to copy. Set '"
                    + origin.attribute() + "' to the name of one that it has.");
        }
    }

    private ServiceHandle createLater(ServiceProvisioner services, Preflight preflight, ServiceSpec service) {
        service.origin().ifPresent(this::requireSource);
        boolean taken = project().stream()
                .flatMap(project -> project.services().stream())
                .anyMatch(existing -> existing.name().equals(service.name()));
        if (taken) {
            throw new InvalidSpecException(
                    "The project has a service '" + service.name() + "' already. Give the new one another 'name'.");
        }
        preflight.check(service, config);
        try {
            return services.provision(service);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw interruptedOrFailed(e);
        }
    }

    @Override
    public synchronized Optional<EphemeralProject> project() {
        return live.map(project -> project);
    }

    @Override
    public synchronized Optional<String> keep() {
        if (live.isEmpty() || live.get().mode() == Mode.EMULATED) {
            return Optional.empty();
        }
        LiveProject project = live.get();
        Instant expires = session.clock().instant().plus(config.expiresAfter()).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Optional<String>> moved = Map.of(Ownership.EXPIRES_TAG, Optional.of(expires.toString()));
        AivenClient client = project.client();
        if (config.existing().isPresent()) {
            project.services()
                    .forEach(service -> client.services().updateTags(project.name(), service.serviceName(), moved));
        } else {
            client.projects().updateTags(project.name(), moved);
        }
        creation.ifPresent(created -> created.lease().release(LeaseEnding.KEPT));
        report = Optional.of(describe(true, Optional.empty()));
        live = Optional.empty();
        creation = Optional.empty();
        return Optional.of(KeptProject.describe(project, config.existing().isPresent(), expires));
    }

    @Override
    public synchronized DeletionResult delete() {
        if (creation.isEmpty()) {
            return report.flatMap(ProjectReport::deletion)
                    .orElseGet(() -> new DeletionResult(
                            spec.label(), List.of(), new DeletionResult.Outcome.Gone(), Duration.ZERO));
        }
        Creation created = creation.get();
        DeletionResult result = session.deleter(created.home(), config).delete(created.lease());
        report = Optional.of(describe(false, Optional.of(result)));
        if (result.outcome() instanceof DeletionResult.Outcome.Tombstone tombstone) {
            logger.warn(
                    "Project {} is empty and costs nothing further, but Aiven keeps it for now: {}. It can be deleted"
                            + " later with: avn project delete {}",
                    result.project(),
                    tombstone.reason(),
                    result.project());
        }
        if (!(result.outcome() instanceof DeletionResult.Outcome.Left)) {
            logger.info(
                    "{} deleted after {} ms",
                    created.lease().wholeProject()
                            ? "Project " + result.project() + " is"
                            : "Services " + result.services() + " of project " + result.project() + " are",
                    result.elapsed().toMillis());
            creation = Optional.empty();
            live = Optional.empty();
        }
        return result;
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

    private void deleteAfter(RuntimeException failure) {
        try {
            close();
        } catch (DeletionFailedException e) {
            failure.addSuppressed(e);
        }
    }

    private static RuntimeException interruptedOrFailed(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new ProvisioningException("Interrupted while the project was provisioned.", e);
        }
        return new ProvisioningException("The project could not be provisioned: " + e.getMessage() + ".", e);
    }
}

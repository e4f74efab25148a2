package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.model.ProjectCreate;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.lease.internal.Ownership;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.project.ServiceHandle;
import io.github.aivenjunit.provision.ProvisioningException;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceOrigin;
import io.github.aivenjunit.spec.ServiceSpec;
import io.github.aivenjunit.timeline.internal.PlatformTrack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes one project as its spec says, from the checks before the first request to services that can be used. */
final class ProjectCreation {

    private static final Logger logger = LoggerFactory.getLogger(ProjectCreation.class);

    private final Provisioner session;
    private final ProjectSpec spec;
    private final AivenConfig config;
    private final Optional<Lease> joined;
    private final PlatformTrack track;
    private final BiConsumer<Home, Lease> promised;
    private final Supplier<List<ServiceHandle>> existing;

    /**
     * A creation.
     *
     * @param joined the lease on a project that somebody else has made as the spec says
     * @param promised told of the lease before anything is created
     * @param existing the services that the project has at the moment
     */
    ProjectCreation(
            Provisioner session,
            ProjectSpec spec,
            AivenConfig config,
            Optional<Lease> joined,
            PlatformTrack track,
            BiConsumer<Home, Lease> promised,
            Supplier<List<ServiceHandle>> existing) {
        this.session = session;
        this.spec = spec;
        this.config = config;
        this.joined = joined;
        this.track = track;
        this.promised = promised;
        this.existing = existing;
    }

    LiveProject create() throws Exception {
        long started = System.nanoTime();
        track.begun();
        Home home = session.home(config);
        Preflight preflight = session.preflight(home);
        preflight.check(spec, config);

        Ownership ownership = session.ownership(config);
        Map<String, String> tags = ownership.tags(spec.tags());
        Lease lease = lease(home, ownership, tags);
        track.created(lease.project(), home.mode() == Mode.EMULATED);

        if (home.mode() == Mode.CLOUD) {
            session.renewals().keepAlive(home.client(), lease, config.expiresAfter());
        }

        CompletableFuture<CaCertificate> ca = CompletableFuture.supplyAsync(
                () -> CaCertificate.of(home.client().projects().caCertificate(lease.project())), session.executor());
        ServiceProvisioner services = new ServiceProvisioner(
                home,
                config,
                lease,
                tags,
                ca,
                session.names(),
                session.executor(),
                track,
                service -> preflight.hourlyPrice(service, config));
        List<ServiceHandle> handles = new SideBySide<ServiceHandle>(session.executor())
                .run(spec.services().stream()
                        .map(service -> (Callable<ServiceHandle>)
                                () -> joined.isPresent() ? services.attach(service) : services.provision(service))
                        .toList());
        track.usable();
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

    private Lease lease(Home home, Ownership ownership, Map<String, String> tags) throws InterruptedException {
        if (joined.isPresent()) {
            promised.accept(home, joined.get());
            return joined.get();
        }
        return config.existing().isPresent()
                ? borrow(home, config.existing().get(), ownership)
                : found(home, ownership, tags);
    }

    /** A project of our own. */
    private Lease found(Home home, Ownership ownership, Map<String, String> tags) throws InterruptedException {
        String name = session.names().project(spec, ownership.run());
        Lease lease = session.leases(home, config).acquireProject(name, ownership);
        promised.accept(home, lease);
        ProjectCreate.Builder request =
                ProjectCreate.builder(name).cloud(config.cloud()).tags(tags);
        if (home.mode() == Mode.CLOUD) {
            config.billingGroup().ifPresent(request::billingGroupId);
            config.organization().ifPresent(request::parentId);
        }
        try {
            AnsweredCall.run(
                    session.executor(),
                    () -> CreateCall.send(
                            lease, name, () -> home.client().projects().create(request.build())));
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
        promised.accept(home, lease);
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
        boolean exists = existing.get().stream().anyMatch(found -> found.name().equals(origin.source()));
        if (!exists) {
            throw new InvalidSpecException("The project has no service '" + origin.source() + "' to copy. Set '"
                    + origin.attribute() + "' to the name of one that it has.");
        }
    }

    private ServiceHandle createLater(ServiceProvisioner services, Preflight preflight, ServiceSpec service) {
        service.origin().ifPresent(this::requireSource);
        boolean taken = existing.get().stream().anyMatch(found -> found.name().equals(service.name()));
        if (taken) {
            throw new InvalidSpecException(
                    "The project has a service '" + service.name() + "' already. Give the new one another 'name'.");
        }
        preflight.check(service, config);
        try {
            return services.provision(service);
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProvisioningFailure.of(e);
        } catch (Exception e) {
            throw ProvisioningFailure.of(e);
        }
    }
}

package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.project.ServiceDetails;
import io.github.aivenjunit.project.ServiceHandle;
import io.github.aivenjunit.project.ServiceHandles;
import io.github.aivenjunit.provision.ProvisionedProject;
import io.github.aivenjunit.provision.ProvisioningException;
import io.github.aivenjunit.resource.internal.ServiceResources;
import io.github.aivenjunit.spec.InvalidSpecException;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.ServiceResource;
import io.github.aivenjunit.spec.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shared project as one of its classes has it: what only this class has inside it goes with the class, the project itself
 * at the end of the session.
 */
final class SharedProvisioning implements ProvisionedProject {

    private static final Logger logger = LoggerFactory.getLogger(SharedProvisioning.class);

    private final Provisioner session;
    private final ProjectSpec spec;
    private final AivenConfig config;
    private final SharedPlatform platform;
    private final ClassSpace space;
    private final List<ServiceHandle> extra = new CopyOnWriteArrayList<>();
    private Optional<LiveProject> project = Optional.empty();
    private boolean over;

    SharedProvisioning(Provisioner session, ProjectSpec spec, AivenConfig config, SharedPlatform platform) {
        this.session = session;
        this.spec = spec;
        this.config = config;
        this.platform = platform;
        this.space = ClassSpace.of(spec, config, session.names());
    }

    @Override
    public AivenConfig config() {
        return config;
    }

    @Override
    public void begin() {
        platform.begin();
    }

    @Override
    public synchronized EphemeralProject provision() {
        if (over) {
            throw new IllegalStateException(
                    "The part of " + spec.label() + " in the shared project is deleted. Plan" + " another one.");
        }
        if (project.isPresent()) {
            return project.get();
        }
        // What each class has to itself is not in what they share, and is checked here.
        session.preflight(session.home(config)).check(spec, config);
        spec.services().forEach(service -> space.own(service.name(), service.type()));
        EphemeralProject common = platform.project();
        List<ServiceHandle> handles = common.services().stream()
                .filter(this::isDeclared)
                .map(service -> ServiceHandles.of(service.details().with(space.names(service.type()))))
                .toList();
        LiveProject own = new LiveProject(
                common.name(),
                common.cloud(),
                session.home(config),
                common.tags(),
                common.ca(),
                handles,
                service -> createLater(common, service));
        project = Optional.of(own);
        try {
            new SideBySide<Boolean>(session.executor())
                    .run(handles.stream()
                            .map(service -> (Callable<Boolean>) () -> furnish(service))
                            .toList());
            return own;
        } catch (Exception e) {
            RuntimeException failure = e instanceof RuntimeException runtime ? runtime : interruptedOrFailed(e);
            close();
            throw failure;
        }
    }

    private boolean isDeclared(ServiceHandle service) {
        return spec.services().stream().anyMatch(declared -> declared.name().equals(service.name()));
    }

    /** Makes what the class has declared for itself. */
    private boolean furnish(ServiceHandle service) throws InterruptedException {
        List<ServiceResource> own = space.own(service.name(), service.type());
        ServiceDetails details = service.details();
        if (!own.isEmpty()) {
            details.control().create(own);
        }
        List<ServiceResource.Extension> extensions = space.extensions(service.name());
        if (!extensions.isEmpty()
                && service instanceof PostgresService postgres
                && service.noDataPlane().isEmpty()) {
            new ServiceResources(
                            details.control().client(),
                            details.control().project(),
                            service.serviceName(),
                            service.type(),
                            () -> Optional.of(postgres.database()),
                            // Other databases belong to classes that drop them at any moment.
                            database -> details.names().of(database).equals(database)
                                    || details.names().database().equals(Optional.of(database)))
                    .create(extensions, SharedProvisioning::once);
        }
        return true;
    }

    /** The server answers for an extension at once, and nothing has to be waited for. */
    private static void once(Callable<Boolean> step) throws InterruptedException {
        try {
            step.call();
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw interruptedOrFailed(e);
        }
    }

    /** Its real name is its own, because every class may create one of this name; it goes with the class. */
    private ServiceHandle createLater(EphemeralProject common, ServiceSpec service) {
        boolean taken = project().stream()
                .flatMap(own -> own.services().stream())
                .anyMatch(existing -> existing.name().equals(service.name()));
        if (taken) {
            throw new InvalidSpecException(
                    "The project has a service '" + service.name() + "' already. Give the new one another 'name'.");
        }
        ServiceHandle created = common.createService(
                service.withName(service.name() + "-" + session.names().random()));
        extra.add(created);
        return ServiceHandles.of(created.details().named(service.name()));
    }

    @Override
    public synchronized Optional<EphemeralProject> project() {
        return project.map(own -> own);
    }

    /** A shared project is never kept: the last class out deletes it. */
    @Override
    public Optional<String> keep() {
        return Optional.empty();
    }

    /** Drops what is this class's alone. */
    @Override
    public synchronized DeletionResult delete() {
        long started = System.nanoTime();
        over = true;
        Optional<LiveProject> own = project;
        project = Optional.empty();
        own.ifPresent(live -> {
            live.services().forEach(service -> new ClassReset(service).run());
            extra.forEach(service -> drop(live, service));
        });
        return new DeletionResult(
                own.map(LiveProject::name).orElseGet(spec::label),
                List.of(),
                new DeletionResult.Outcome.HandedOver(),
                Duration.ofNanos(System.nanoTime() - started));
    }

    private static void drop(LiveProject live, ServiceHandle service) {
        try {
            live.client().services().delete(live.name(), service.serviceName());
        } catch (AivenApiException e) {
            logger.warn(
                    "Service {} of the shared project {} is left until the project is deleted: {}",
                    service.serviceName(),
                    live.name(),
                    e.getMessage());
        }
    }

    @Override
    public void close() {
        DeletionResult unused = delete();
    }

    private static RuntimeException interruptedOrFailed(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new ProvisioningException("Interrupted while the shared project was made ready for the class.", e);
        }
        return new ProvisioningException(
                "The shared project could not be made ready for the class: " + e.getMessage() + ".", e);
    }
}

package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.platform.DataPlane;
import io.github.aivenjunit.project.ServiceDetails;
import io.github.aivenjunit.project.ServiceHandle;
import io.github.aivenjunit.project.ServiceHandles;
import io.github.aivenjunit.readiness.Readiness;
import io.github.aivenjunit.spec.ServiceOrigin;
import io.github.aivenjunit.spec.ServiceSpec;
import io.github.aivenjunit.timeline.internal.PlatformTrack;
import io.github.aivenjunit.timeline.internal.ServiceTrack;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates one service of a project after another, or side by side, each until a client can use it. Thread-safe. */
final class ServiceProvisioner {

    private static final Logger logger = LoggerFactory.getLogger(ServiceProvisioner.class);

    private final Home home;
    private final AivenConfig config;
    private final Lease lease;
    private final Map<String, String> tags;
    private final CompletableFuture<CaCertificate> ca;
    private final ProjectNames names;
    private final Executor executor;
    private final PlatformTrack track;
    private final Function<ServiceSpec, Optional<BigDecimal>> prices;
    private final ServiceWaits waits;
    private final Map<String, CompletableFuture<String>> readyServices = new ConcurrentHashMap<>();

    /**
     * A provisioner for the services of one project.
     *
     * @param tags every service carries them, because in somebody else's project they are the only mark of ours
     * @param ca the project's authority, which is fetched while the services are built
     * @param executor makes the calls that must not be cut off
     * @param track where the life of each service is written down
     * @param prices what a service costs an hour
     */
    ServiceProvisioner(
            Home home,
            AivenConfig config,
            Lease lease,
            Map<String, String> tags,
            CompletableFuture<CaCertificate> ca,
            ProjectNames names,
            Executor executor,
            PlatformTrack track,
            Function<ServiceSpec, Optional<BigDecimal>> prices) {
        this.home = home;
        this.config = config;
        this.lease = lease;
        this.tags = tags;
        this.ca = ca;
        this.names = names;
        this.executor = executor;
        this.track = track;
        this.prices = prices;
        this.waits = new ServiceWaits(home, config, lease.project());
    }

    ServiceHandle provision(ServiceSpec spec) throws Exception {
        String name = names.service(spec.name(), lease);
        ServiceCreate request = request(spec, name);
        lease.cover(name);
        ServiceTrack life = track.service(name, spec.type(), spec.plan(), prices.apply(spec));
        AnsweredCall.run(
                executor,
                () -> CreateCall.send(lease, name, () -> client().services().create(lease.project(), request)));
        life.created();
        logger.info("Service {} ({} {}) of project {} is being built", name, spec.type(), spec.plan(), lease.project());
        return usable(spec, name, life);
    }

    /** A service that somebody else has made as declared, with everything that is declared inside it. */
    ServiceHandle attach(ServiceSpec spec) throws Exception {
        // Its price is in the timeline of its creator.
        ServiceTrack life = track.service(spec.name(), spec.type(), spec.plan(), Optional.empty());
        life.created();
        return usable(spec.withResources(List.of()), spec.name(), life);
    }

    private ServiceHandle usable(ServiceSpec spec, String name, ServiceTrack life) throws Exception {
        Optional<String> noDataPlane = noDataPlane(spec);
        LiveService live = new LiveService(client(), waits, lease.project(), spec, name, ca, noDataPlane.isEmpty());
        Readiness readiness = live.awaitReady();
        life.usable(readiness);
        ServiceDetails details = new ServiceDetails(
                spec.name(),
                live.current(),
                ca.get(),
                Console.service(lease.project(), name),
                readiness,
                noDataPlane,
                live);
        logger.info(
                "Service {} is usable after {} ms",
                name,
                details.readiness().total().toMillis());
        ready(spec.name()).complete(name);
        return ServiceHandles.of(details);
    }

    /** The real name of a declared service, once clients can use it. */
    private CompletableFuture<String> ready(String declared) {
        return readyServices.computeIfAbsent(declared, key -> new CompletableFuture<>());
    }

    private ServiceCreate request(ServiceSpec spec, String name) throws Exception {
        ServiceCreate.Builder request = ServiceCreate.builder(name, spec.type(), spec.plan())
                .cloud(spec.cloud().orElse(config.cloud()))
                .userConfig(spec.userConfig())
                .tags(tags);
        spec.diskSpaceMb().ifPresent(request::diskSpaceMb);
        if (spec.origin().isPresent()) {
            ServiceOrigin origin = spec.origin().get();
            // Aiven copies a backup, and a service has its first one about when it runs.
            String source = ready(origin.source()).get();
            if (origin instanceof ServiceOrigin.Fork) {
                request.forkOf(source);
            } else {
                request.readReplicaOf(source);
            }
        }
        return request.build();
    }

    private Optional<String> noDataPlane(ServiceSpec spec) {
        return home.dataPlane(spec) instanceof DataPlane.ControlPlaneOnly controlPlane
                ? Optional.of(controlPlane.reason())
                : Optional.empty();
    }

    private AivenClient client() {
        return home.client();
    }
}

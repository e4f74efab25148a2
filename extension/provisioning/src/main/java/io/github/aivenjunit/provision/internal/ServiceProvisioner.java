package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenApiException;
import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Database;
import io.github.aivenjunit.client.model.ProjectEvent;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceCreate;
import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.lease.internal.Lease;
import io.github.aivenjunit.platform.DataPlane;
import io.github.aivenjunit.project.ServiceDetails;
import io.github.aivenjunit.project.ServiceHandle;
import io.github.aivenjunit.project.ServiceHandles;
import io.github.aivenjunit.readiness.internal.Poller;
import io.github.aivenjunit.readiness.internal.ReadinessLadder;
import io.github.aivenjunit.readiness.internal.ServiceProbes;
import io.github.aivenjunit.readiness.internal.ServiceWatch;
import io.github.aivenjunit.spec.ServiceResource;
import io.github.aivenjunit.spec.ServiceSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates one service of a project after another, or side by side, each until a client can use it. Thread-safe. */
final class ServiceProvisioner {

    private static final Logger logger = LoggerFactory.getLogger(ServiceProvisioner.class);
    private static final int SHOWN_EVENTS = 3;

    private final Home home;
    private final AivenConfig config;
    private final Lease lease;
    private final Map<String, String> tags;
    private final Future<CaCertificate> ca;
    private final ProjectNames names;
    private final ServiceWatch watch;
    private final Poller poller;

    /**
     * A provisioner for the services of one project.
     *
     * @param tags every service carries them, because in somebody else's project they are the only mark of ours
     * @param ca the project's authority, which is fetched while the services are built
     */
    ServiceProvisioner(
            Home home,
            AivenConfig config,
            Lease lease,
            Map<String, String> tags,
            Future<CaCertificate> ca,
            ProjectNames names) {
        this.home = home;
        this.config = config;
        this.lease = lease;
        this.tags = tags;
        this.ca = ca;
        this.names = names;
        this.watch = new ServiceWatch(home.client(), lease.project());
        this.poller = new Poller(home.pollInterval(config));
    }

    ServiceHandle provision(ServiceSpec spec) throws Exception {
        String name = names.service(spec.name(), lease);
        lease.cover(name);
        client().services().create(lease.project(), request(spec, name));
        logger.info("Service {} ({} {}) of project {} is being built", name, spec.type(), spec.plan(), lease.project());

        Duration timeout =
                spec.timeout().or(config::timeout).orElseGet(() -> ServiceProbes.defaultTimeout(spec.type()));
        ReadinessLadder ladder = new ReadinessLadder(
                watch,
                poller,
                new ReadinessLadder.Climb(
                        name,
                        spec.type(),
                        timeout,
                        () -> home.failure(lease.project(), name),
                        () -> evidence(spec, name)));
        Service running = ladder.awaitRunning();
        CaCertificate authority = ca.get();
        Optional<String> noDataPlane = noDataPlane(spec);
        if (noDataPlane.isEmpty()) {
            ladder.awaitUsable(ServiceProbes.of(spec.type()), running, authority);
        }
        if (!spec.resources().isEmpty()) {
            createResources(spec, name, ladder);
        }
        ServiceDetails details = new ServiceDetails(
                spec.name(),
                client().services().get(lease.project(), name),
                authority,
                Console.service(lease.project(), name),
                ladder.readiness(),
                noDataPlane);
        logger.info(
                "Service {} is usable after {} ms",
                name,
                details.readiness().total().toMillis());
        return ServiceHandles.of(details);
    }

    private ServiceCreate request(ServiceSpec spec, String name) {
        ServiceCreate.Builder request = ServiceCreate.builder(name, spec.type(), spec.plan())
                .cloud(spec.cloud().orElse(config.cloud()))
                .userConfig(spec.userConfig())
                .tags(tags);
        spec.diskSpaceMb().ifPresent(request::diskSpaceMb);
        return request.build();
    }

    private void createResources(ServiceSpec spec, String name, ReadinessLadder ladder) throws InterruptedException {
        List<String> databases = spec.resources().stream()
                .filter(ServiceResource.Database.class::isInstance)
                .map(resource -> ((ServiceResource.Database) resource).name())
                .toList();
        databases.forEach(database -> client().databases().create(lease.project(), name, database));
        // Aiven API: databases are made asynchronously, so the list decides.
        ladder.awaitResource(() -> client().databases().list(lease.project(), name).stream()
                .map(Database::databaseName)
                .collect(Collectors.toSet())
                .containsAll(databases));
    }

    private Optional<String> noDataPlane(ServiceSpec spec) {
        return home.dataPlane(spec) instanceof DataPlane.ControlPlaneOnly controlPlane
                ? Optional.of(controlPlane.reason())
                : Optional.empty();
    }

    private String evidence(ServiceSpec spec, String name) {
        return "Recent events: " + recentEvents(name) + ". Look at " + Console.service(lease.project(), name)
                + " or give it longer with 'timeout' of service '" + spec.name() + "' or aiven.timeout.";
    }

    private String recentEvents(String name) {
        try {
            List<ProjectEvent> events = client().projects().events(lease.project()).stream()
                    .filter(event -> event.serviceName().equals(Optional.of(name)))
                    .toList();
            return events.isEmpty()
                    ? "none"
                    : events.stream()
                            .limit(SHOWN_EVENTS)
                            .map(ProjectEvent::eventDesc)
                            .collect(Collectors.joining(", "));
        } catch (AivenApiException e) {
            return "unknown";
        }
    }

    private AivenClient client() {
        return home.client();
    }
}

package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceState;
import io.github.aivenjunit.client.model.ServiceUpdate;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.connection.PostgresConnection;
import io.github.aivenjunit.connection.ServiceConnections;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.project.ServiceControl;
import io.github.aivenjunit.provision.ProvisioningException;
import io.github.aivenjunit.readiness.Readiness;
import io.github.aivenjunit.readiness.ServiceNotReadyException;
import io.github.aivenjunit.readiness.internal.ReadinessLadder;
import io.github.aivenjunit.readiness.internal.ServiceProbe;
import io.github.aivenjunit.readiness.internal.ServiceProbes;
import io.github.aivenjunit.resource.internal.ServiceResources;
import io.github.aivenjunit.spec.ServiceResource;
import io.github.aivenjunit.spec.ServiceSpec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One service that has been created: brings it to its clients, and later does what its handle asks for. Thread-safe. */
final class LiveService implements ServiceControl {

    private final AivenClient client;
    private final ServiceWaits waits;
    private final String project;
    private final ServiceSpec spec;
    private final String service;
    private final CompletableFuture<CaCertificate> ca;
    private final boolean hasDataPlane;
    private final ServiceProbe probe;
    private final ServiceResources resources;

    /**
     * The service of that name.
     *
     * @param hasDataPlane whether anything listens on the service's address
     */
    LiveService(
            AivenClient client,
            ServiceWaits waits,
            String project,
            ServiceSpec spec,
            String service,
            CompletableFuture<CaCertificate> ca,
            boolean hasDataPlane) {
        this.client = client;
        this.waits = waits;
        this.project = project;
        this.spec = spec;
        this.service = service;
        this.ca = ca;
        this.hasDataPlane = hasDataPlane;
        this.probe = ServiceProbes.of(spec.type());
        this.resources = new ServiceResources(client, project, service, spec.type(), this::postgres);
    }

    /** Waits until clients can use it, and everything that is declared inside it. */
    Readiness awaitReady() throws Exception {
        ReadinessLadder ladder = waits.build(spec, service);
        climb(ladder);
        waits.built(spec, ladder);
        if (!spec.resources().isEmpty()) {
            resources.create(spec.resources(), ladder::awaitResource);
        }
        return ladder.readiness();
    }

    @Override
    public Service current() {
        return client.services().get(project, service);
    }

    @Override
    public void create(List<? extends ServiceResource> wanted) {
        waiting(() -> resources.create(wanted, waits.ladder(spec, service)::awaitResource));
    }

    @Override
    public void delete(List<? extends ServiceResource> unwanted) {
        waiting(() -> resources.delete(unwanted, waits.ladder(spec, service)::awaitResource));
    }

    @Override
    public AivenClient client() {
        return client;
    }

    @Override
    public String project() {
        return project;
    }

    @Override
    public ServiceUser user(String username) {
        return client.serviceUsers().get(project, service, username);
    }

    @Override
    public ServiceUser resetPassword(String username) {
        client.serviceUsers().resetPassword(project, service, username);
        waiting(() -> waits.ladder(spec, service).awaitResource(() -> canLogIn(username)));
        return user(username);
    }

    @Override
    public void update(ServiceUpdate change) {
        ServiceState state = client.services().update(project, service, change).state();
        if (!state.equals(ServiceState.POWEROFF)) {
            waiting(() -> climb(waits.ladder(spec, service)));
        }
    }

    @Override
    public void powerOff() {
        client.services().powerOff(project, service);
        waiting(() -> {
            Optional<Service> off = waits.poller()
                    .until(
                            waits.timeout(spec),
                            () -> Optional.of(current())
                                    .filter(now -> now.state().equals(ServiceState.POWEROFF)));
            if (off.isEmpty()) {
                throw new ServiceNotReadyException("Service '" + service + "' is not off after "
                        + waits.timeout(spec).toSeconds() + " s. Look at " + Console.service(project, service) + ".");
            }
        });
    }

    @Override
    public void powerOn() {
        client.services().powerOn(project, service);
        waiting(() -> climb(waits.ladder(spec, service)));
    }

    private void climb(ReadinessLadder ladder) throws Exception {
        Service running = ladder.awaitRunning();
        CaCertificate authority = ca.get();
        if (hasDataPlane) {
            ladder.awaitUsable(probe, running, authority);
        }
    }

    private Optional<PostgresConnection> postgres() {
        return hasDataPlane && spec.type().equals(PostgresService.TYPE)
                ? Optional.of(ServiceConnections.postgres(current(), authority()))
                : Optional.empty();
    }

    /** The authority; nobody asks for it before the climb, which waits for it. */
    private CaCertificate authority() {
        return ca.join();
    }

    /** Aiven: a reset can take minutes to show, and servers refuse the new password for a moment. */
    private boolean canLogIn(String username) throws Exception {
        ServiceUser user = user(username);
        if (user.password().isEmpty()) {
            return false;
        }
        if (hasDataPlane) {
            Optional<ServiceProbe.Attempt> login = probe.login(current(), ca.get(), user);
            if (login.isPresent()) {
                return succeeds(login.get());
            }
        }
        return true;
    }

    private static boolean succeeds(ServiceProbe.Attempt attempt) throws InterruptedException {
        try {
            attempt.run();
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return false;
        }
    }

    @FunctionalInterface
    private interface Waiting {
        void run() throws Exception;
    }

    private void waiting(Waiting work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisioningException("Interrupted while waiting for service '" + service + "'.", e);
        } catch (Exception e) {
            throw new ProvisioningException(
                    "Service '" + service + "' cannot be used: " + e.getMessage() + ". Look at "
                            + Console.service(project, service) + ".",
                    e);
        }
    }

    @Override
    public String toString() {
        return "LiveService[" + project + "/" + service + "]";
    }
}

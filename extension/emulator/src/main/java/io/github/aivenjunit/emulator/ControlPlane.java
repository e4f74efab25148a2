package io.github.aivenjunit.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import io.github.aivenjunit.emulator.engine.TlsIdentity;
import io.github.aivenjunit.emulator.internal.admin.AdminHandler;
import io.github.aivenjunit.emulator.internal.admin.Administration;
import io.github.aivenjunit.emulator.internal.admin.Reset;
import io.github.aivenjunit.emulator.internal.admin.SeenRequest;
import io.github.aivenjunit.emulator.internal.api.Api;
import io.github.aivenjunit.emulator.internal.api.Restoration;
import io.github.aivenjunit.emulator.internal.certificates.ProjectCa;
import io.github.aivenjunit.emulator.internal.faults.FaultBoard;
import io.github.aivenjunit.emulator.internal.faults.FaultReader;
import io.github.aivenjunit.emulator.internal.http.HttpHandler;
import io.github.aivenjunit.emulator.internal.http.HttpServer;
import io.github.aivenjunit.emulator.internal.http.Listening;
import io.github.aivenjunit.emulator.internal.power.Engines;
import io.github.aivenjunit.emulator.internal.state.Builds;
import io.github.aivenjunit.emulator.internal.state.Identifiers;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.RecordedBuildOrder;
import io.github.aivenjunit.emulator.internal.state.TimedBuilds;
import io.github.aivenjunit.emulator.internal.store.Snapshots;
import io.github.aivenjunit.emulator.scenario.Scenario;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;

/** The parts of an emulator, put together as its settings say, from the first to the last. Thread-safe. */
final class ControlPlane implements AutoCloseable {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    private final String token;
    private final EmulatorClock clock;
    private final FaultBoard faults;
    private final RequestLog requests = new RequestLog();
    private final Engines engines;
    private final Platform platform;
    private final FaultReader faultReader;
    private final HttpServer server;
    private final Optional<StateKeeper> keeper;
    private final Optional<String> caPem;

    private ControlPlane(AivenEmulator.Builder settings, Optional<StateKeeper> keeper) {
        this.keeper = keeper;
        clock = settings.clock;
        faults = new FaultBoard(clock);
        long starts = keeper.map(StateKeeper::starts).orElse(0L);
        Identifiers identifiers = new Identifiers(
                settings.seed.isPresent() ? new Random(settings.seed.getAsLong() + starts) : new SecureRandom());
        token = settings.token.or(() -> keeper.flatMap(StateKeeper::token)).orElseGet(identifiers::token);
        engines = new Engines(
                settings.engines.orElseGet(ControlPlane::enginesOnClasspath), keeper.map(StateKeeper::homes));
        platform = new Platform(
                clock,
                faults,
                identifiers,
                settings.scenario
                        .<Builds>map(scenario -> new RecordedBuildOrder(scenario, settings.buildTimes))
                        .orElseGet(() -> new TimedBuilds(settings.buildTimes)));
        settings.scenario.map(Scenario::faults).orElse(List.of()).forEach(faults::inject);
        Snapshots snapshots = new Snapshots(platform);
        keeper.ifPresent(kept -> kept.restore(snapshots, clock, token));
        Api api = new Api(platform, engines, token, settings.mayCreateProjects, this::note);
        faultReader = new FaultReader(api.operations());
        keeper.ifPresent(kept -> kept.begin(new Restoration(platform, engines)));
        Optional<TlsIdentity> tls = settings.https ? Optional.of(identity(settings.address)) : Optional.empty();
        caPem = tls.map(TlsIdentity::caPem);
        server = HttpServer.start(
                new Listening(settings.address, settings.port, tls),
                settings.administration ? administered(api, snapshots) : api);
    }

    /** Starts everything, and returns once requests are answered. */
    static ControlPlane start(AivenEmulator.Builder settings) {
        Optional<StateKeeper> keeper = settings.stateDirectory.map(StateKeeper::open);
        try {
            return new ControlPlane(settings, keeper);
        } catch (RuntimeException | Error failure) {
            keeper.ifPresent(StateKeeper::close);
            throw failure;
        }
    }

    URI address() {
        return server.address();
    }

    String token() {
        return token;
    }

    Optional<String> caCertificate() {
        return caPem;
    }

    EmulatorClock clock() {
        return clock;
    }

    FaultBoard faults() {
        return faults;
    }

    FaultReader faultReader() {
        return faultReader;
    }

    RequestLog requests() {
        return requests;
    }

    Engines engines() {
        return engines;
    }

    Platform platform() {
        return platform;
    }

    /** Stops answering and ends every server. Idempotent. */
    @Override
    public void close() {
        engines.beginClose();
        faults.clear();
        try {
            server.close();
        } finally {
            engines.close();
            keeper.ifPresent(StateKeeper::close);
        }
    }

    private HttpHandler administered(Api api, Snapshots snapshots) {
        ObjectNode pristine = keeper.map(StateKeeper::pristine).orElseGet(snapshots::take);
        Administration administration = new Administration(
                platform,
                clock,
                faultReader,
                () -> requests.all().stream().map(ControlPlane::seen).toList(),
                () -> new Reset(platform, snapshots, pristine).run());
        return new AdminHandler(api, administration, token, () -> keeper.ifPresent(StateKeeper::save));
    }

    private TlsIdentity identity(InetAddress address) {
        ProjectCa ca = keeper.map(StateKeeper::ca).orElseGet(ProjectCa::new);
        return ca.server("localhost", address.isAnyLocalAddress() ? List.of() : List.of(address.getHostAddress()));
    }

    private void note(String method, String path, int status, Optional<String> operationId) {
        if (!READS.contains(method)) {
            keeper.ifPresent(StateKeeper::save);
        }
        requests.add(new ReceivedRequest(clock.now(), method, path, status, operationId));
    }

    private static SeenRequest seen(ReceivedRequest request) {
        return new SeenRequest(request.at(), request.method(), request.path(), request.status(), request.operationId());
    }

    private static List<ServiceEngine> enginesOnClasspath() {
        return ServiceLoader.load(ServiceEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}

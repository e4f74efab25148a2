package io.github.aivenjunit.emulator.internal.power;

import io.github.aivenjunit.emulator.engine.CopyKind;
import io.github.aivenjunit.emulator.engine.CopyingEngine;
import io.github.aivenjunit.emulator.engine.EngineInstance;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.ServerHome;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import io.github.aivenjunit.emulator.internal.Refusal;
import io.github.aivenjunit.emulator.internal.catalogue.Catalogue;
import io.github.aivenjunit.platform.DataPlane;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engines by service type, and everything that stands behind a service and is not yet gone. Thread-safe. */
public final class Engines implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Engines.class);

    /** Engines that exist, by service type: what to add when one is missing. */
    private static final Map<String, String> ARTIFACTS = Map.of(
            "clickhouse", "io.github.aivenjunit:aiven-junit-engine-clickhouse",
            "kafka", "io.github.aivenjunit:aiven-junit-engine-kafka",
            "mysql", "io.github.aivenjunit:aiven-junit-engine-mysql",
            "opensearch", "io.github.aivenjunit:aiven-junit-engine-opensearch",
            "pg", "io.github.aivenjunit:aiven-junit-engine-postgres",
            "valkey", "io.github.aivenjunit:aiven-junit-engine-valkey");

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Map<String, ServiceEngine> engines = new HashMap<>();
    private final Set<PoweredService> services = ConcurrentHashMap.newKeySet();
    private final Set<String> warnedTypes = ConcurrentHashMap.newKeySet();
    private final Optional<ServerHomes> homes;
    private volatile boolean closed;

    /** Of two engines for one type the first counts. */
    public Engines(List<ServiceEngine> engines) {
        this(engines, Optional.empty());
    }

    /** The same, with servers that are at home in a directory and outlive the emulator there. */
    public Engines(List<ServiceEngine> engines, Optional<ServerHomes> homes) {
        this.homes = homes;
        engines.forEach(engine -> this.engines.putIfAbsent(engine.serviceType(), engine));
    }

    /** What a service of this type would be. */
    public DataPlane dataPlane(String type, Map<String, Object> userConfig) {
        if (Catalogue.get().findType(type).isEmpty()) {
            return new DataPlane.Unavailable("The emulator does not know the service type '" + type + "'. Use one of "
                    + String.join(", ", knownTypes()) + ".");
        }
        Optional<ServiceEngine> serving = serving(type);
        if (serving.isEmpty()) {
            return new DataPlane.ControlPlaneOnly(withoutServer(type));
        }
        ServiceEngine engine = serving.get();
        return engine.objection(userConfig)
                .<DataPlane>map(DataPlane.Unavailable::new)
                .orElseGet(() -> new DataPlane.Served(engine.describe(userConfig)));
    }

    /** Why such a service cannot be created here, if so. */
    public Optional<String> objection(String type, Map<String, Object> userConfig) {
        return serving(type).flatMap(engine -> engine.objection(userConfig));
    }

    /** Product and version of the server, if there is one. */
    public Optional<String> describe(String type, Map<String, Object> userConfig) {
        return serving(type).map(engine -> engine.describe(userConfig));
    }

    /**
     * Makes what stands behind a new service. May take a moment: call it without a lock.
     *
     * @param request asked for only when the type has an engine, because it needs a certificate
     */
    public PoweredService create(String type, String project, String service, Supplier<EngineRequest> request) {
        return keep(type, project + "/" + service, newHome(), (engine, home) -> engine.create(at(home, request)));
    }

    /**
     * The same for a service that was there before.
     *
     * @param home the name of its home, empty when it had none
     */
    public PoweredService restore(
            String type, String project, String service, Supplier<EngineRequest> request, String home) {
        Optional<ServerHome> old = home.isEmpty() ? newHome() : homes.map(all -> all.of(home));
        return keep(type, project + "/" + service, old, (engine, there) -> engine.create(at(there, request)));
    }

    private Optional<ServerHome> newHome() {
        return homes.map(ServerHomes::create);
    }

    private static EngineRequest at(Optional<ServerHome> home, Supplier<EngineRequest> request) {
        return home.map(there -> request.get().at(there)).orElseGet(request);
    }

    /** The same for a service that starts with the data of another one of its type. */
    public PoweredService createCopy(
            String type,
            String project,
            String service,
            Supplier<EngineRequest> request,
            PoweredService source,
            CopyKind kind) {
        return keep(type, project + "/" + service, newHome(), (engine, home) -> {
            CopyingEngine copying = (CopyingEngine) engine;
            logger.warn("{}/{}: {}", project, service, copying.limits(kind));
            return copying.createCopy(
                    at(home, request),
                    source.server(EngineInstance.class)
                            .orElseThrow(() -> new IllegalStateException(
                                    "The service to copy has no server. Fix what kept it from starting.")),
                    kind);
        });
    }

    /** Whether servers of this type can start with the data of another one. */
    public boolean canCopy(String type) {
        return engines.get(type) instanceof CopyingEngine;
    }

    private PoweredService keep(
            String type,
            String name,
            Optional<ServerHome> home,
            BiFunction<ServiceEngine, Optional<ServerHome>, EngineInstance> creation) {
        Optional<ServiceEngine> engine = serving(type);
        PoweredService made;
        if (engine.isEmpty()) {
            if (warnedTypes.add(type)) {
                logger.warn("{}", withoutServer(type));
            }
            made = new Addresses();
        } else {
            made = create(name, home, () -> creation.apply(engine.get(), home));
        }
        services.removeIf(PoweredService::isGone);
        services.add(made);
        if (closed) {
            made.close();
            throw Refusal.of(503, "The emulator is closing.");
        }
        return made;
    }

    private static PoweredService create(String name, Optional<ServerHome> home, Supplier<EngineInstance> creation) {
        try {
            return new ServerRunner(name, creation.get(), home);
        } catch (RuntimeException | LinkageError e) {
            return new Addresses(e);
        }
    }

    /** Ends everything without waiting for it. */
    public void beginClose() {
        closed = true;
        services.forEach(PoweredService::release);
    }

    /** Ends everything and waits until it is gone, but not for a server that does not end. */
    @Override
    public void close() {
        beginClose();
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        try {
            for (PoweredService service : services) {
                Duration rest = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
                if (!service.awaitGone(rest)) {
                    logger.error("The server of {} does not end. Look for its process.", service);
                }
            }
            services.clear();
        } catch (InterruptedException e) {
            logger.warn("Interrupted while servers were ending. They end with this JVM at the latest.");
            Thread.currentThread().interrupt();
        }
    }

    private List<String> knownTypes() {
        return Catalogue.get().types().stream().map(offer -> offer.code()).toList();
    }

    private Optional<ServiceEngine> serving(String type) {
        return Optional.ofNullable(engines.get(type))
                .filter(engine -> engine.absence().isEmpty());
    }

    private String withoutServer(String type) {
        Optional<String> absence = Optional.ofNullable(engines.get(type)).flatMap(ServiceEngine::absence);
        if (absence.isPresent()) {
            return absence.get();
        }
        String artifact = ARTIFACTS.get(type);
        return "Nothing listens behind emulated " + type + " services, only the API answers for them; "
                + (artifact == null
                        ? "run against Aiven to use one."
                        : "add " + artifact + " to the test classpath to get a real server.");
    }
}

package io.github.aivenjunit.emulator;

import static java.util.Objects.requireNonNull;

import io.github.aivenjunit.emulator.engine.ServiceEngine;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.internal.api.Api;
import io.github.aivenjunit.emulator.internal.faults.FaultBoard;
import io.github.aivenjunit.emulator.internal.http.HttpServer;
import io.github.aivenjunit.emulator.internal.power.Engines;
import io.github.aivenjunit.emulator.internal.state.Identifiers;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.Project;
import io.github.aivenjunit.emulator.internal.state.ProjectOrder;
import io.github.aivenjunit.emulator.internal.state.Service;
import io.github.aivenjunit.emulator.internal.state.ServiceUser;
import io.github.aivenjunit.emulator.time.BuildTimes;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import io.github.aivenjunit.platform.DataPlane;
import io.github.aivenjunit.platform.RunningPlatform;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.ServiceLoader;

/**
 * An Aiven API inside this JVM, on plain HTTP at 127.0.0.1. It begins empty, with one organization, one account and one
 * billing group, and forgets everything when it is closed. Services have real servers behind them where an engine for
 * their type is on the classpath; others exist in the API only.
 *
 * <p>Thread-safe. Close it: its HTTP threads keep a JVM alive that nobody ends.
 */
public final class AivenEmulator implements RunningPlatform {

    private final String token;
    private final EmulatorClock clock;
    private final FaultBoard faults = new FaultBoard();
    private final RequestLog requests = new RequestLog();
    private final Engines engines;
    private final Platform platform;
    private final HttpServer server;

    private AivenEmulator(Builder builder) {
        Identifiers identifiers =
                new Identifiers(builder.seed.isPresent() ? new Random(builder.seed.getAsLong()) : new SecureRandom());
        clock = builder.clock;
        token = builder.token.orElseGet(identifiers::token);
        engines = new Engines(builder.engines.orElseGet(AivenEmulator::enginesOnClasspath));
        platform = new Platform(clock, faults, identifiers, builder.buildTimes::of);
        Api api = new Api(platform, engines, token, builder.mayCreateProjects, this::note);
        server = HttpServer.start(builder.port, api);
    }

    /** Starts an emulator with all defaults. */
    public static AivenEmulator start() {
        return builder().start();
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public URI endpoint() {
        return server.address();
    }

    @Override
    public String token() {
        return token;
    }

    public EmulatorClock clock() {
        return clock;
    }

    /** The id of the one organization, to be used with the organization's endpoints. */
    public String organization() {
        return platform.account().organizationId();
    }

    @Override
    public DataPlane dataPlane(String serviceType, Map<String, Object> userConfig) {
        return engines.dataPlane(serviceType, userConfig);
    }

    @Override
    public Optional<String> failure(String project, String service) {
        return platform.locked(() -> platform.findProject(project).stream()
                .flatMap(found -> found.services().stream())
                .filter(found -> found.name().equals(service))
                .flatMap(found -> found.notifications().stream())
                .findFirst());
    }

    /** All projects as they are now, in the order of their names. */
    public List<EmulatedProject> projects() {
        return platform.locked(
                () -> platform.projects().stream().map(AivenEmulator::view).toList());
    }

    /** The services of all projects as they are now. */
    public List<EmulatedService> services() {
        return projects().stream()
                .flatMap(project -> project.services().stream())
                .toList();
    }

    /**
     * Creates a project as if somebody else had: without a request, and whatever the token may do.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public void createProject(String name, Map<String, String> tags) {
        platform.locked(() -> {
            if (platform.findProject(name).isPresent()) {
                throw new IllegalArgumentException("The project " + name + " exists already. Choose another name.");
            }
            String billingGroup = platform.account().billingGroups().get(0).id();
            return platform.create(new ProjectOrder(
                    name,
                    false,
                    Platform.DEFAULT_CLOUD,
                    billingGroup,
                    platform.account().accountId(),
                    OptionalInt.empty(),
                    List.of(),
                    tags));
        });
    }

    /** Adds a fault, which holds until {@link #clearFaults()}. */
    public void inject(Fault fault) {
        faults.inject(requireNonNull(fault, "fault"));
    }

    /** Removes all faults. What they did stays done; stalled requests go on. */
    public void clearFaults() {
        faults.clear();
    }

    /** The latest 10 000 requests, the oldest first. */
    public List<ReceivedRequest> requests() {
        return requests.all();
    }

    /**
     * Writes {@code aiven.properties} with the address and the token, readable by its owner only, and replaces one that
     * is there. It points the extension at this emulator.
     *
     * @param directory created if it is missing
     * @return the file
     */
    public Path writeUserFile(Path directory) {
        return new UserFile(endpoint(), token).write(directory);
    }

    /**
     * Stops answering, ends every server and waits until their processes, their directories and the port are gone.
     * Idempotent.
     */
    @Override
    public void close() {
        engines.beginClose();
        faults.clear();
        try {
            server.close();
        } finally {
            engines.close();
        }
    }

    @Override
    public String toString() {
        return "AivenEmulator[" + endpoint() + "]";
    }

    private void note(String method, String path, int status, Optional<String> operationId) {
        requests.add(new ReceivedRequest(clock.now(), method, path, status, operationId));
    }

    private static List<ServiceEngine> enginesOnClasspath() {
        return ServiceLoader.load(ServiceEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static EmulatedProject view(Project project) {
        return new EmulatedProject(
                project.name(),
                project.organization(),
                project.cloud(),
                project.tags(),
                project.services().stream()
                        .map(service -> view(project, service))
                        .toList());
    }

    private static EmulatedService view(Project project, Service service) {
        return new EmulatedService(
                project.name(),
                service.name(),
                service.type().code(),
                service.order().plan().name(),
                service.order().cloud().name(),
                service.state().name(),
                service.order().terminationProtection(),
                service.tags(),
                service.users().stream().map(ServiceUser::name).toList(),
                List.copyOf(service.databases().keySet()));
    }

    /** Settings of an emulator. Not thread-safe. */
    public static final class Builder {

        private int port;
        private EmulatorClock clock = EmulatorClock.real();
        private BuildTimes buildTimes = BuildTimes.instant();
        private Optional<String> token = Optional.empty();
        private boolean mayCreateProjects = true;
        private OptionalLong seed = OptionalLong.empty();
        private Optional<List<ServiceEngine>> engines = Optional.empty();

        private Builder() {}

        /** The port to listen on; by default, and for 0, any that is free. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** The time; the system's by default. */
        public Builder clock(EmulatorClock clock) {
            this.clock = requireNonNull(clock, "clock");
            return this;
        }

        /** How long services build; {@link BuildTimes#instant()} by default. */
        public Builder buildTimes(BuildTimes buildTimes) {
            this.buildTimes = requireNonNull(buildTimes, "buildTimes");
            return this;
        }

        /** The token to accept; a random one by default. */
        public Builder token(String token) {
            if (token.isBlank()) {
                throw new IllegalArgumentException("The token is blank. Choose one with visible characters.");
            }
            this.token = Optional.of(token);
            return this;
        }

        /** Whether the token may create projects; true by default. */
        public Builder mayCreateProjects(boolean mayCreateProjects) {
            this.mayCreateProjects = mayCreateProjects;
            return this;
        }

        /** Makes ids, passwords and the default token the same for the same requests; random by default. */
        public Builder seed(long seed) {
            this.seed = OptionalLong.of(seed);
            return this;
        }

        /** The engines to use; by default those that {@link ServiceLoader} finds. */
        public Builder engines(List<ServiceEngine> engines) {
            this.engines = Optional.of(List.copyOf(engines));
            return this;
        }

        /**
         * Starts the emulator and returns once it answers requests.
         *
         * @throws java.io.UncheckedIOException if the port is taken
         */
        public AivenEmulator start() {
            return new AivenEmulator(this);
        }
    }
}

package io.github.aivenjunit.emulator;

import static java.util.Objects.requireNonNull;

import io.github.aivenjunit.emulator.billing.Invoice;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import io.github.aivenjunit.emulator.fault.Fault;
import io.github.aivenjunit.emulator.internal.http.Listening;
import io.github.aivenjunit.emulator.internal.state.Platform;
import io.github.aivenjunit.emulator.internal.state.ProjectOrder;
import io.github.aivenjunit.emulator.scenario.Scenario;
import io.github.aivenjunit.emulator.time.BuildTimes;
import io.github.aivenjunit.emulator.time.EmulatorClock;
import io.github.aivenjunit.platform.DataPlane;
import io.github.aivenjunit.platform.PlatformFault;
import io.github.aivenjunit.platform.RunningPlatform;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.ServiceLoader;

/**
 * An Aiven API inside this JVM, on plain HTTP at 127.0.0.1 unless told otherwise. It begins empty, with one organization,
 * one account and one billing group, and forgets everything when it is closed, unless it has a directory for it. Services
 * have real servers behind them where an engine for their type is on the classpath; others exist in the API only.
 *
 * <p>Thread-safe. Close it: its HTTP threads keep a JVM alive that nobody ends.
 */
public final class AivenEmulator implements RunningPlatform {

    private final ControlPlane plane;

    private AivenEmulator(ControlPlane plane) {
        this.plane = plane;
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
        return plane.address();
    }

    @Override
    public String token() {
        return plane.token();
    }

    /** The certificate of the authority that signed the API's own, in PEM; empty on plain HTTP. */
    public Optional<String> caCertificate() {
        return plane.caCertificate();
    }

    public EmulatorClock clock() {
        return plane.clock();
    }

    /** The id of the one organization, to be used with the organization's endpoints. */
    public String organization() {
        return plane.platform().account().organizationId();
    }

    @Override
    public DataPlane dataPlane(String serviceType, Map<String, Object> userConfig) {
        return plane.engines().dataPlane(serviceType, userConfig);
    }

    @Override
    public Optional<String> failure(String project, String service) {
        return plane.platform()
                .locked(() -> plane.platform().findProject(project).stream()
                        .flatMap(found -> found.services().stream())
                        .filter(found -> found.name().equals(service))
                        .flatMap(found -> found.notifications().stream())
                        .findFirst());
    }

    /** All projects as they are now, in the order of their names. */
    public List<EmulatedProject> projects() {
        return plane.platform()
                .locked(() -> plane.platform().projects().stream()
                        .map(EmulatedProject::of)
                        .toList());
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
        plane.platform().locked(() -> {
            if (plane.platform().findProject(name).isPresent()) {
                throw new IllegalArgumentException("The project " + name + " exists already. Choose another name.");
            }
            String billingGroup =
                    plane.platform().account().primaryBillingGroup().id();
            return plane.platform()
                    .create(new ProjectOrder(
                            name,
                            false,
                            Platform.DEFAULT_CLOUD,
                            billingGroup,
                            plane.platform().account().accountId(),
                            OptionalInt.empty(),
                            List.of(),
                            tags));
        });
    }

    /** Adds a fault, which holds until {@link #clearFaults()}. */
    public void inject(Fault fault) {
        plane.faults().inject(requireNonNull(fault, "fault"));
    }

    @Override
    public void check(PlatformFault fault) {
        plane.faultReader().read(fault);
    }

    @Override
    public PlatformFault.Injection inject(PlatformFault fault) {
        return plane.faults().inject(plane.faultReader().read(fault))::run;
    }

    /** What the services of a project have cost; also of one that was deleted. Empty for an unknown project. */
    public Invoice invoice(String project) {
        return plane.platform().locked(() -> plane.platform().invoice((name, billingGroup) -> name.equals(project)));
    }

    /** What all projects of a billing group have cost, deleted ones too. */
    public Invoice invoiceOfBillingGroup(String id) {
        return plane.platform().locked(() -> plane.platform().invoice((name, billingGroup) -> billingGroup.equals(id)));
    }

    /** The faults that hold, the latest first. */
    public List<Fault> faults() {
        return plane.faults().all();
    }

    /** Removes all plane.faults(). What they did stays done; stalled requests go on. */
    public void clearFaults() {
        plane.faults().clear();
    }

    /** The latest 10 000 requests, the oldest first. */
    public List<ReceivedRequest> requests() {
        return plane.requests().all();
    }

    /**
     * Writes {@code aiven.properties} with the address and the token, readable by its owner only, and replaces one that
     * is there. It points the extension at this emulator.
     *
     * @param directory created if it is missing
     * @return the file
     */
    public Path writeUserFile(Path directory) {
        return new UserFile(endpoint(), token()).write(directory);
    }

    /**
     * Stops answering, ends every server and waits until their processes, their directories and the port are gone.
     * Idempotent.
     */
    @Override
    public void close() {
        plane.close();
    }

    @Override
    public String toString() {
        return "AivenEmulator[" + endpoint() + "]";
    }

    /** Settings of an emulator. Not thread-safe. */
    public static final class Builder {

        int port;
        EmulatorClock clock = EmulatorClock.real();
        BuildTimes buildTimes = BuildTimes.instant();
        Optional<String> token = Optional.empty();
        Optional<Scenario> scenario = Optional.empty();
        boolean mayCreateProjects = true;
        OptionalLong seed = OptionalLong.empty();
        Optional<List<ServiceEngine>> engines = Optional.empty();
        InetAddress address = Listening.loopback();
        boolean https;
        boolean administration;
        Optional<Path> stateDirectory = Optional.empty();

        private Builder() {}

        /**
         * The address to listen on; 127.0.0.1 by default. Servers behind services stay on 127.0.0.1 whatever is said
         * here.
         */
        public Builder bind(InetAddress address) {
            this.address = requireNonNull(address, "address");
            return this;
        }

        /** Whether the API speaks HTTPS, with a certificate of its own authority; plain HTTP by default. */
        public Builder https(boolean https) {
            this.https = https;
            return this;
        }

        /**
         * Whether there is a page at {@code /} and an interface below {@code /_emulator/}, which Aiven does not have, to
         * look at the emulator, inject faults, move a manual clock and begin anew. Off by default, so that an embedded
         * emulator answers as Aiven does.
         */
        public Builder administration(boolean administration) {
            this.administration = administration;
            return this;
        }

        /**
         * A directory in which everything survives the emulator, even a killed one: projects, services, users,
         * passwords, events, ids and the token, and the data of servers whose engine can keep it. An emulator that is
         * started with it later goes on from there. Nothing is kept by default.
         */
        public Builder stateDirectory(Path directory) {
            this.stateDirectory = Optional.of(directory);
            return this;
        }

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

        /** Builds services and fails as in a recording; what that does not say is as without. */
        public Builder scenario(Scenario scenario) {
            this.scenario = Optional.of(scenario);
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
         * @throws java.io.UncheckedIOException if the port is taken, or the directory of states cannot be used
         */
        public AivenEmulator start() {
            return new AivenEmulator(ControlPlane.start(this));
        }
    }
}

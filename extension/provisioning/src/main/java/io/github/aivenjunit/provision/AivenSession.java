package io.github.aivenjunit.provision;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.platform.RunningPlatform;
import io.github.aivenjunit.provision.internal.Provisioner;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.timeline.ClassTimeline;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A run of tests: it holds the API clients, the emulator when there is no token, and every project until that is
 * deleted. Thread-safe.
 *
 * <pre>{@code
 * ProjectSpec spec = ProjectSpec.builder("smoke")
 *         .service(ServiceSpec.builder("pg", "startup-4").build())
 *         .build();
 * try (AivenSession session = AivenSession.open(Configuration.standard(key -> Optional.empty()));
 *         ProvisionedProject provisioned = session.plan(spec)) {
 *     PostgresService postgres = provisioned.provision().service(PostgresService.class);
 * }
 * }</pre>
 */
public final class AivenSession implements AutoCloseable {

    private final Provisioner provisioner;

    private AivenSession(Provisioner provisioner) {
        this.provisioner = provisioner;
    }

    /** Opens a session. Nothing is started or asked before a project needs it. */
    public static AivenSession open(Configuration configuration) {
        return new AivenSession(new Provisioner(configuration));
    }

    /**
     * Resolves the settings of a project. Nothing is created yet.
     *
     * @throws IllegalStateException if the session is closed
     * @throws io.github.aivenjunit.config.InvalidConfigurationException if a configured value cannot be used
     */
    public ProvisionedProject plan(ProjectSpec spec) {
        return provisioner.plan(spec);
    }

    /**
     * The same for a test class. Where {@link #lookAhead} was called in another fork of the build and has begun the
     * project of this class, that one is taken over; its deletion is this session's.
     *
     * @param className the full name
     */
    public ProvisionedProject plan(String className, ProjectSpec spec) {
        return provisioner.plan(className, spec);
    }

    /**
     * Says that a test class needs no project after all, for example because a condition has disabled it. A fork that has
     * begun one deletes it in the background.
     *
     * @param className the full name
     */
    public void passOver(String className, ProjectSpec spec) {
        provisioner.passOver(className, spec);
    }

    /**
     * Begins, in the background, the projects of classes that this build will run in this JVM or in another fork, as long
     * as no fork runs them: at most {@code aiven.lookahead} for all forks together. Only the first call counts. Does
     * nothing without an API token, and outside of a build or run that forks have in common. Projects with a scope of
     * {@code RUN} and existing ones are left to their classes. What no fork has taken over when this session is closed is
     * deleted, and said.
     *
     * @param module tells the classes of one module of the build from those of another
     * @param classes in the order in which they will run
     */
    public void lookAhead(String module, List<ForkClass> classes) {
        provisioner.lookAhead(module, classes);
    }

    /**
     * Starts and loads what the first project would have to wait for: the API client, what Aiven offers, the emulator or
     * the watchdog, database drivers. Returns at once and creates nothing; what fails here fails again where it is needed.
     *
     * @param specs projects that will probably be wanted
     */
    public void warmUp(List<ProjectSpec> specs) {
        provisioner.warmUp(specs);
    }

    /**
     * What the services of a project cost in US dollars an hour. Asks the API, once for each plan.
     *
     * @return empty when the price of one of them is not known
     * @throws ProvisioningException if the API cannot be used
     */
    public Optional<BigDecimal> hourlyPrice(ProjectSpec spec) {
        return provisioner.hourlyPrice(spec);
    }

    /**
     * Deletes a project of this session on one of its threads and returns at once, also when the project is still being
     * created. {@link #close()} waits for it. A failure is logged, tried again by {@link #close()}, and is part of the
     * ledger.
     *
     * @param owner whose project it is, for the log; usually the name of a test class
     */
    public void deleteInBackground(ProvisionedProject project, String owner) {
        provisioner.deleteInBackground(project, owner);
    }

    /**
     * A lane in the timeline of this session, for a test class that begins to wait for its project.
     *
     * @param className the full name
     */
    public ClassTimeline timeline(String className) {
        return provisioner.timeline().testClass(className);
    }

    /**
     * The emulator that this session uses, to make it misbehave. Started when nobody needed it before.
     *
     * @return empty when a token leads to Aiven
     * @throws ProvisioningException if there is no emulator on the class path
     */
    public Optional<RunningPlatform> emulator() {
        return provisioner.emulator();
    }

    /** What became of every project so far, in the order of creation. */
    public List<ProjectReport> report() {
        return provisioner.report();
    }

    /**
     * Deletes what is left, logs a table of the run, writes the ledger and the timeline, and closes the clients and the emulator.
     * Idempotent.
     *
     * @throws io.github.aivenjunit.deletion.DeletionFailedException if something is left and {@code aiven.leaks} is
     *     {@code FAIL}
     */
    @Override
    public void close() {
        provisioner.close();
    }
}

package io.github.aivenjunit.provision;

import io.github.aivenjunit.config.Configuration;
import io.github.aivenjunit.provision.internal.Provisioner;
import io.github.aivenjunit.spec.ProjectSpec;
import java.util.List;

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
     * @throws io.github.aivenjunit.config.InvalidConfigurationException if a configured value cannot be used
     */
    public ProvisionedProject plan(ProjectSpec spec) {
        return provisioner.plan(spec);
    }

    /** What became of every project so far, in the order of creation. */
    public List<ProjectReport> report() {
        return provisioner.report();
    }

    /**
     * Deletes what is left, logs a table of the run, writes the ledger, and closes the clients and the emulator.
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

package io.github.aivenjunit.provision;

import io.github.aivenjunit.config.AivenConfig;
import io.github.aivenjunit.deletion.DeletionFailedException;
import io.github.aivenjunit.deletion.DeletionResult;
import io.github.aivenjunit.project.EphemeralProject;
import java.util.Optional;

/**
 * A project from before its creation until after its deletion. Thread-safe.
 *
 * <p>It can be closed at any moment, also when it was never or only half provisioned.
 */
public interface ProvisionedProject extends AutoCloseable {

    /** The settings of this project. */
    AivenConfig config();

    /**
     * Starts the creation on a thread of the session and returns at once; {@link #provision()} then waits for it. What is
     * never asked for is deleted by {@link #close()}, also while it is being created. Idempotent. By default it does
     * nothing, and {@link #provision()} does everything.
     *
     * @throws IllegalStateException if the project was deleted or kept, or if the session is closed
     */
    default void begin() {}

    /**
     * Creates the project and its services, unless {@link #begin()} has started that, and waits until clients can use
     * them. When that fails, everything that was created is deleted before the exception is thrown. An interrupt calls
     * the creation off. Idempotent.
     *
     * @throws io.github.aivenjunit.spec.InvalidSpecException if something declared does not exist
     * @throws ProvisioningException if the project could not be created
     * @throws io.github.aivenjunit.readiness.ServiceNotReadyException if a service did not become usable in time
     * @throws IllegalStateException if the project was deleted or kept, or if the session is closed
     */
    EphemeralProject provision();

    /** The handle; empty until everything is usable, and after the deletion. */
    Optional<EphemeralProject> project();

    /**
     * Leaves the project for somebody to look at, until its expiry, which is moved to a full period from now. Does
     * nothing for an emulated project, which ends with this JVM.
     *
     * @return how to look at it and how to delete it, as text for a person; empty when it was not kept
     */
    Optional<String> keep();

    /**
     * Deletes everything and verifies it. Does nothing after a success or after {@link #keep()}, and tries again after
     * a failure.
     */
    DeletionResult delete();

    /**
     * Deletes everything.
     *
     * @throws DeletionFailedException if something is left; names it, what it costs and how to remove it
     */
    @Override
    void close();
}

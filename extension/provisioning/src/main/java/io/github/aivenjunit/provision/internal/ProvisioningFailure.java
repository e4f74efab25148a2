package io.github.aivenjunit.provision.internal;

import io.github.aivenjunit.provision.ProvisioningException;

/** Tells in the words of a user why nothing was provisioned. */
final class ProvisioningFailure {

    private ProvisioningFailure() {}

    /** What to throw for something that is no failure of ours. */
    static ProvisioningException of(Exception cause) {
        return cause instanceof InterruptedException
                ? new ProvisioningException("Interrupted while the project was provisioned.", cause)
                : new ProvisioningException("The project could not be provisioned: " + cause.getMessage() + ".", cause);
    }
}

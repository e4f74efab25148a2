package io.github.aivenjunit.provision;

/**
 * A project could not be provisioned. What had been created by then is deleted before this is thrown; a failure of that
 * deletion is a suppressed exception. The message is a description and an action.
 */
public final class ProvisioningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ProvisioningException(String message) {
        super(message);
    }

    public ProvisioningException(String message, Throwable cause) {
        super(message, cause);
    }
}

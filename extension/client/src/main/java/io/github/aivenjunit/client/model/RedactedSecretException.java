package io.github.aivenjunit.client.model;

/** A secret is needed that the API sent as {@code <redacted>}. */
public final class RedactedSecretException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RedactedSecretException() {
        super("The Aiven API sent <redacted> in place of a secret. Give the token's user the role admin, operator or"
                + " developer in the project, or the permission service:secrets:read.");
    }
}

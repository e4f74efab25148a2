package io.github.aivenjunit.client.model;

import java.util.Objects;

/**
 * A password, a key, or an address that contains one. Immutable; {@link #toString()} never shows the value.
 *
 * <p>The API may send {@code <redacted>} in place of a secret, in answers to writes and to tokens that may not see
 * secrets (Aiven API: announced for 1 March 2027). Such a secret exists, but {@link #reveal()} refuses to hand it out.
 */
public final class Secret {

    private static final String REDACTED = "<redacted>";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(Objects.requireNonNull(value, "value"));
    }

    /**
     * The value in clear.
     *
     * @throws RedactedSecretException when the API did not send it
     */
    public String reveal() {
        if (redacted()) {
            throw new RedactedSecretException();
        }
        return value;
    }

    /** Whether the API hid the value, also when only a part of it, as the password within a URI. */
    public boolean redacted() {
        return value.contains(REDACTED);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return redacted() ? REDACTED : "********";
    }
}

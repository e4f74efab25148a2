package io.github.aivenjunit.emulator.fault;

/** What a token gets to see of passwords, keys and addresses that contain them. */
public enum SecretAccess {
    /** Always in the answer, as until 1 March 2027. */
    PLAIN,

    /** {@code <redacted>} unless the request says {@code include_secrets=true}, as from 1 March 2027. */
    REDACTED,

    /** As {@link #REDACTED}, and a request that says {@code include_secrets=true} is answered with 403. */
    FORBIDDEN
}

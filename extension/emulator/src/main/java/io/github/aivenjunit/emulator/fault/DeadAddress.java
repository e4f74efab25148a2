package io.github.aivenjunit.emulator.fault;

/** Why nobody can connect to a service that is RUNNING for the API. */
public enum DeadAddress {
    /** Its host name does not resolve, as with a DNS that is slow to learn of a new service. */
    UNKNOWN_HOST,

    /** Its port refuses connections. */
    REFUSED
}

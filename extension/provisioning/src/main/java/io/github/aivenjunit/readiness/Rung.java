package io.github.aivenjunit.readiness;

/**
 * A step on the way from created to usable. Each is tried from the test's side until it succeeds, in this order,
 * because a service that is {@code RUNNING} for the API often refuses its first clients.
 */
public enum Rung {

    /** The API reports {@code RUNNING}. */
    API_STATE,

    /** The service's host name resolves. */
    DNS,

    /** The port accepts a connection. */
    TCP,

    /** The handshake succeeds and the certificate is the project's. */
    TLS,

    /** A user can log in. */
    LOGIN,

    /** The first query is answered. */
    QUERY,

    /** What was declared inside the service, such as databases, exists. */
    RESOURCES
}

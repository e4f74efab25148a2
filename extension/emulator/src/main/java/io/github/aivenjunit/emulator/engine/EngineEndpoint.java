package io.github.aivenjunit.emulator.engine;

/**
 * An address that a server listens on.
 *
 * @param component its name in the API, for example {@code pg}
 * @param host a name that the server's certificate covers
 * @param port the port, the same for the whole life of the service
 */
public record EngineEndpoint(String component, String host, int port) {}

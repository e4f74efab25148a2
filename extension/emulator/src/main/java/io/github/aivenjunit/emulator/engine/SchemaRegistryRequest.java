package io.github.aivenjunit.emulator.engine;

/**
 * A request to a schema registry, in the terms of its REST API.
 *
 * @param method of HTTP
 * @param path percent-encoded, for example {@code /subjects/orders-value/versions}
 * @param query percent-encoded and without the question mark; may be empty
 * @param body JSON; may be empty
 */
public record SchemaRegistryRequest(String method, String path, String query, String body) {}

package io.github.aivenjunit.emulator.engine;

/**
 * The answer of a schema registry.
 *
 * @param status of HTTP
 * @param body JSON; for a refusal an object with {@code error_code} and {@code message}
 */
public record SchemaRegistryAnswer(int status, String body) {}

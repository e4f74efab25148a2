package io.github.aivenjunit.engine.kafka.internal.registry;

/**
 * A registered schema that another one uses.
 *
 * @param name how the other one calls it
 */
record SchemaReference(String name, String subject, int version) {}

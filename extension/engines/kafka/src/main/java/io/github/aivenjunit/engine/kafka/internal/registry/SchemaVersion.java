package io.github.aivenjunit.engine.kafka.internal.registry;

/**
 * A version of a subject.
 *
 * @param id of the schema, the same under every subject that has it
 * @param deleted whether it is hidden, but not gone
 */
record SchemaVersion(String subject, int number, int id, SchemaText schema, boolean deleted) {

    SchemaVersion hidden() {
        return new SchemaVersion(subject, number, id, schema, true);
    }
}

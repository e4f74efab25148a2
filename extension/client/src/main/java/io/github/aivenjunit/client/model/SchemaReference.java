package io.github.aivenjunit.client.model;

/**
 * A schema that another one uses.
 *
 * @param name how the other one calls it
 */
public record SchemaReference(String name, String subject, int version) {

    public SchemaReference {
        name = Missing.text(name);
        subject = Missing.text(subject);
    }
}

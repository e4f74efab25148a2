package io.github.aivenjunit.client.model;

/**
 * An address that Aiven writes to about technical matters.
 */
public record TechEmail(String email) {

    public TechEmail {
        email = Missing.text(email);
    }
}

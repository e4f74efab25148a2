package io.github.aivenjunit.client.model;

/**
 * What a new version of a schema has to be compatible with.
 *
 * @param value as the API writes it
 */
public record CompatibilityLevel(String value) {

    public static final CompatibilityLevel BACKWARD = new CompatibilityLevel("BACKWARD");
    public static final CompatibilityLevel BACKWARD_TRANSITIVE = new CompatibilityLevel("BACKWARD_TRANSITIVE");
    public static final CompatibilityLevel FORWARD = new CompatibilityLevel("FORWARD");
    public static final CompatibilityLevel FORWARD_TRANSITIVE = new CompatibilityLevel("FORWARD_TRANSITIVE");
    public static final CompatibilityLevel FULL = new CompatibilityLevel("FULL");
    public static final CompatibilityLevel FULL_TRANSITIVE = new CompatibilityLevel("FULL_TRANSITIVE");
    public static final CompatibilityLevel NONE = new CompatibilityLevel("NONE");

    public CompatibilityLevel {
        value = Missing.required(value, "compatibility level");
    }

    @Override
    public String toString() {
        return value;
    }
}

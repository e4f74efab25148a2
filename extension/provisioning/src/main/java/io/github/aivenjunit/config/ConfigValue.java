package io.github.aivenjunit.config;

/**
 * A raw value and the place it stands, for error messages. The value may be a secret and stays out of
 * {@link #toString()}.
 */
record ConfigValue(String value, String origin) {

    @Override
    public String toString() {
        return "ConfigValue[from " + origin + "]";
    }
}

package io.github.aivenjunit.emulator.internal.state;

/** A database that the control plane knows. */
public record Database(String name, String collate, String ctype) {

    static final String DEFAULT_LOCALE = "en_US.UTF-8";

    public static Database withDefaults(String name) {
        return new Database(name, DEFAULT_LOCALE, DEFAULT_LOCALE);
    }
}

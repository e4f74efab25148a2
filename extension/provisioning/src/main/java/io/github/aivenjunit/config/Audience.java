package io.github.aivenjunit.config;

import java.util.Map;
import java.util.Properties;

/** Who reads what this JVM writes to its terminal, as far as environment and system properties tell. */
public final class Audience {

    private Audience() {}

    /** Whether it can be a person: not on a CI machine, and not in a fork of Surefire, whose output belongs to Maven. */
    public static boolean isPerson() {
        return isPerson(System.getenv(), System.getProperties());
    }

    static boolean isPerson(Map<String, String> environment, Properties properties) {
        return !environment.containsKey("CI")
                && !"dumb".equals(environment.get("TERM"))
                && !properties.containsKey("surefire.real.class.path")
                && !properties.containsKey("surefire.test.class.path");
    }
}

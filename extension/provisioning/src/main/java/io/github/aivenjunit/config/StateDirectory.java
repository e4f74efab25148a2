package io.github.aivenjunit.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where programs of this user keep what must survive them (XDG Base Directory Specification: {@code XDG_STATE_HOME}). */
final class StateDirectory {

    private StateDirectory() {}

    static Path of(Properties systemProperties, Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(systemProperties.getProperty("user.home", "."), ".local", "state"));
    }
}

package io.github.aivenjunit.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** Finds the user's configuration file. */
final class UserFile {

    private UserFile() {}

    static Path locate(
            Function<String, Optional<String>> configurationParameters,
            Properties systemProperties,
            Map<String, String> environment) {
        return configurationParameters
                .apply("aiven.configFile")
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(systemProperties.getProperty("aiven.configFile")))
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(environment.get("AIVEN_CONFIG_FILE")))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElseGet(() -> Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                        .filter(value -> !value.isBlank())
                        .map(Path::of)
                        .orElseGet(() -> Path.of(systemProperties.getProperty("user.home", "."), ".config"))
                        .resolve("aiven-junit")
                        .resolve("aiven.properties"));
    }
}

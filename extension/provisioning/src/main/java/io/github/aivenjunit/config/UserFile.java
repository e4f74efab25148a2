package io.github.aivenjunit.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * The user's configuration file.
 *
 * @param path where it is looked for
 * @param named whether somebody named it, so that it must exist
 */
record UserFile(Path path, boolean named) {

    private static final String KEY = "aiven.configFile";

    static UserFile locate(
            Function<String, Optional<String>> configurationParameters,
            Properties systemProperties,
            Map<String, String> environment) {
        return configurationParameters
                .apply(KEY)
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(systemProperties.getProperty(KEY)))
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(environment.get("AIVEN_CONFIG_FILE")))
                .filter(value -> !value.isBlank())
                .map(value -> new UserFile(Path.of(value), true))
                .orElseGet(() -> new UserFile(usual(systemProperties, environment), false));
    }

    /**
     * The file as a source of values.
     *
     * @throws InvalidConfigurationException if somebody named it and it does not exist
     */
    ConfigSource source() {
        if (named && !Files.exists(path)) {
            throw new InvalidConfigurationException("There is no file " + path + ", which " + KEY
                    + " (AIVEN_CONFIG_FILE) names. Correct the path, or unset it.");
        }
        return ConfigSource.userFile(path);
    }

    private static Path usual(Properties systemProperties, Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_CONFIG_HOME"))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .orElseGet(() -> Path.of(systemProperties.getProperty("user.home", "."), ".config"))
                .resolve("aiven-junit")
                .resolve("aiven.properties");
    }
}

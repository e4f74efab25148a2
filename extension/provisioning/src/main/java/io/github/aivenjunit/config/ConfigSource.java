package io.github.aivenjunit.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/**
 * A place that values come from. Sources are arguments: nothing here is read before it is asked for, and tests pass
 * their own.
 */
public final class ConfigSource {

    private final Function<Setting, Optional<ConfigValue>> lookup;
    private final boolean mayHoldSecrets;

    private ConfigSource(boolean mayHoldSecrets, Function<Setting, Optional<ConfigValue>> lookup) {
        this.mayHoldSecrets = mayHoldSecrets;
        this.lookup = lookup;
    }

    /**
     * JUnit's configuration parameters. Never asked for secrets, because {@code junit-platform.properties} is a file in
     * the source tree.
     */
    public static ConfigSource configurationParameters(Function<String, Optional<String>> parameters) {
        return byKey(false, "configuration parameter", parameters);
    }

    /** The system properties of this JVM. */
    public static ConfigSource systemProperties() {
        return byKey(true, "system property", key -> Optional.ofNullable(System.getProperty(key)));
    }

    /** The environment of this process. */
    public static ConfigSource environment() {
        return environment(System.getenv());
    }

    static ConfigSource environment(Map<String, String> variables) {
        return new ConfigSource(true, setting -> {
            for (String variable : setting.environment()) {
                String value = variables.get(variable);
                if (value != null && !value.isBlank()) {
                    return Optional.of(new ConfigValue(value.strip(), "environment variable " + variable));
                }
            }
            return Optional.empty();
        });
    }

    /**
     * A properties file with the keys of the configuration, with or without the prefix {@code aiven.}. A file that does
     * not exist holds nothing.
     *
     * @throws UncheckedIOException if the file exists and cannot be read
     * @throws InvalidConfigurationException if the file is no properties file
     */
    public static ConfigSource userFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            return new ConfigSource(true, setting -> Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ". Make it readable or remove it.", e);
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException(
                    "Cannot read " + file + ": it holds a \\u that is no Unicode escape. Double the backslash.", e);
        }
        return byKey(
                true,
                file + ", key",
                key -> Optional.ofNullable(properties.getProperty(key))
                        .or(() -> Optional.ofNullable(properties.getProperty(key.substring(Setting.PREFIX.length())))));
    }

    static ConfigSource fixed(String origin, Map<Setting, String> values) {
        return new ConfigSource(
                false,
                setting -> Optional.ofNullable(values.get(setting))
                        .map(value -> new ConfigValue(value, "'" + setting.name() + "' in " + origin)));
    }

    private static ConfigSource byKey(boolean mayHoldSecrets, String kind, Function<String, Optional<String>> values) {
        return new ConfigSource(
                mayHoldSecrets,
                setting -> values.apply(setting.key())
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .map(value -> new ConfigValue(value, kind + " " + setting.key())));
    }

    Optional<ConfigValue> find(Setting setting) {
        return setting.secret() && !mayHoldSecrets ? Optional.empty() : lookup.apply(setting);
    }
}

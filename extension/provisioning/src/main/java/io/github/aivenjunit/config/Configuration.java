package io.github.aivenjunit.config;

import io.github.aivenjunit.spec.ProjectSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The ordered sources of a test run. Immutable, thread-safe.
 *
 * <p>Highest first: the declaration (annotation or builder), JUnit's configuration parameters, system properties, the
 * environment, the user's file, the default. The token and the billing group are never taken from the first two.
 */
public final class Configuration {

    private final List<ConfigSource> sources;

    private Configuration(List<ConfigSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** A configuration with exactly these sources, highest first. */
    public static Configuration of(List<ConfigSource> sources) {
        return new Configuration(sources);
    }

    /**
     * The sources of a test run: the parameters given, system properties, the environment, and the user's file. That
     * file is {@code aiven.configFile} (or {@code AIVEN_CONFIG_FILE}), by default
     * {@code aiven-junit/aiven.properties} below {@code XDG_CONFIG_HOME} or {@code ~/.config}.
     *
     * @throws InvalidConfigurationException if a file that was named does not exist or cannot be parsed
     */
    public static Configuration standard(Function<String, Optional<String>> configurationParameters) {
        UserFile file = UserFile.locate(configurationParameters, System.getProperties(), System.getenv());
        return of(List.of(
                ConfigSource.configurationParameters(configurationParameters),
                ConfigSource.systemProperties(),
                ConfigSource.environment(),
                file.source()));
    }

    /**
     * Resolves what the spec leaves open.
     *
     * @throws InvalidConfigurationException if a value cannot be parsed; names the value's place, key and fix
     */
    public AivenConfig resolve(ProjectSpec spec) {
        Map<Setting, String> declared = new HashMap<>();
        spec.cloud().ifPresent(value -> declared.put(Setting.CLOUD, value));
        spec.organization().ifPresent(value -> declared.put(Setting.ORGANIZATION, value));
        spec.existing().ifPresent(value -> declared.put(Setting.EXISTING, value));
        spec.keep().ifPresent(value -> declared.put(Setting.KEEP, value.name()));
        spec.expiresAfter().map(Duration::toString).ifPresent(value -> declared.put(Setting.EXPIRES_AFTER, value));
        spec.timeout().map(Duration::toString).ifPresent(value -> declared.put(Setting.TIMEOUT, value));

        spec.requireCloud()
                .map(value -> Boolean.toString(value))
                .ifPresent(value -> declared.put(Setting.REQUIRE_CLOUD, value));
        spec.scope().ifPresent(value -> declared.put(Setting.SCOPE, value.name()));
        spec.isolation().ifPresent(value -> declared.put(Setting.ISOLATION, value.name()));

        List<ConfigSource> ordered = new ArrayList<>();
        ordered.add(ConfigSource.fixed("the declaration of " + spec.label(), declared));
        ordered.addAll(sources);
        return AivenConfig.from(new SettingReader(ordered));
    }

    /**
     * How the session makes sure that nothing outlives it.
     *
     * @throws InvalidConfigurationException if a value cannot be parsed; names the value's place, key and fix
     */
    public SafetyConfig safety() {
        return SafetyConfig.from(
                new SettingReader(sources),
                StateDirectory.of(System.getProperties(), System.getenv()),
                Path.of(System.getProperty("user.dir", ".")));
    }

    /**
     * How the session keeps below the API's limit.
     *
     * @throws InvalidConfigurationException if a value cannot be parsed; names the value's place, key and fix
     */
    public RateConfig rate() {
        return RateConfig.from(new SettingReader(sources), StateDirectory.of(System.getProperties(), System.getenv()));
    }

    /** The build that this JVM is a fork of: the same for all its forks, and for no other build. Empty outside of builds. */
    public Optional<String> build() {
        return Build.of(System.getProperties(), ProcessHandle.current());
    }

    /**
     * The test classes that this JVM shares with other forks of its build, each of which gets the next one when it has
     * ended one. Empty outside of forks of Surefire and Failsafe, where a fork gets all its classes at once, where each
     * class has a JVM of its own, and where the user has asked for a part of the tests.
     */
    public Optional<ClassQueue> classQueue() {
        return SurefireFork.queue(System.getProperties());
    }

    /**
     * What a run does ahead of and after its classes.
     *
     * @throws InvalidConfigurationException if a value cannot be parsed; names the value's place, key and fix
     */
    public PaceConfig pace() {
        return PaceConfig.from(new SettingReader(sources));
    }

    /**
     * What of the run goes to files or comes from them.
     *
     * @throws InvalidConfigurationException if a recording is to be replayed and a token is configured
     */
    public RunFiles runFiles() {
        return RunFiles.from(new SettingReader(sources));
    }

    /** Whether an API token is configured. Without one, tests run on the emulator. */
    public boolean hasToken() {
        return new SettingReader(sources).text(Setting.TOKEN).isPresent();
    }

    /** The switch {@code aiven.disabledWithoutToken}, when some source sets it. */
    public Optional<Boolean> disabledWithoutToken() {
        return new SettingReader(sources).flag(Setting.DISABLED_WITHOUT_TOKEN);
    }
}

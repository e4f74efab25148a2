package io.github.aivenjunit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.aivenjunit.spec.Isolation;
import io.github.aivenjunit.spec.Keep;
import io.github.aivenjunit.spec.ProjectSpec;
import io.github.aivenjunit.spec.Scope;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrecedenceTests {

    private static final ProjectSpec OPEN = ProjectSpec.builder("OrderFlowTest").build();

    @TempDir
    private Path directory;

    @AfterEach
    void clearSystemProperties() {
        System.clearProperty("aiven.cloud");
        System.clearProperty("aiven.organization");
    }

    @Test
    void declarationThenParameterThenSystemPropertyThenEnvironmentThenUserFileThenDefault() throws IOException {
        List<ConfigSource> sources = new ArrayList<>();
        assertThat(cloud(OPEN, sources)).isEqualTo("google-europe-west1");

        sources.add(0, ConfigSource.userFile(file("aiven.cloud = from-file")));
        assertThat(cloud(OPEN, sources)).isEqualTo("from-file");

        sources.add(0, ConfigSource.environment(Map.of("AIVEN_CLOUD", "from-environment")));
        assertThat(cloud(OPEN, sources)).isEqualTo("from-environment");

        System.setProperty("aiven.cloud", "from-property");
        sources.add(0, ConfigSource.systemProperties());
        assertThat(cloud(OPEN, sources)).isEqualTo("from-property");

        sources.add(0, parameters(Map.of("aiven.cloud", "from-parameter")));
        assertThat(cloud(OPEN, sources)).isEqualTo("from-parameter");

        ProjectSpec declared =
                ProjectSpec.builder("OrderFlowTest").cloud("declared").build();
        assertThat(cloud(declared, sources)).isEqualTo("declared");
    }

    @Test
    void theStandardSourcesStandInThisOrder() throws IOException {
        Path file = file("cloud = from-file\norganization = from-file\nexisting = from-file");
        System.setProperty("aiven.cloud", "from-property");
        System.setProperty("aiven.organization", "from-property");
        Map<String, String> parameters = Map.of("aiven.configFile", file.toString(), "aiven.cloud", "from-parameter");

        AivenConfig config = Configuration.standard(key -> Optional.ofNullable(parameters.get(key)))
                .resolve(OPEN);

        assertThat(config.cloud()).isEqualTo("from-parameter");
        assertThat(config.organization()).contains("from-property");
        assertThat(config.existing()).contains("from-file");
    }

    @Test
    void aDeclarationOverridesEverySettingThatItHas() {
        ProjectSpec declared = ProjectSpec.builder("OrderFlowTest")
                .cloud("aws-eu-west-1")
                .organization("org1")
                .existing("shop-ci")
                .expiresAfter(Duration.ofHours(1))
                .keep(Keep.ON_FAILURE)
                .timeout(Duration.ofMinutes(9))
                .requireCloud(true)
                .build();

        AivenConfig config = Configuration.of(List.of(parameters(Map.of(
                        "aiven.cloud", "other",
                        "aiven.organization", "other",
                        "aiven.existing", "other",
                        "aiven.expiresAfter", "5h",
                        "aiven.keep", "NEVER",
                        "aiven.timeout", "5h",
                        "aiven.requireCloud", "false"))))
                .resolve(declared);

        assertThat(config.cloud()).isEqualTo("aws-eu-west-1");
        assertThat(config.organization()).contains("org1");
        assertThat(config.existing()).contains("shop-ci");
        assertThat(config.expiresAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(config.keep()).isEqualTo(Keep.ON_FAILURE);
        assertThat(config.timeout()).contains(Duration.ofMinutes(9));
        assertThat(config.requireCloud()).isTrue();
    }

    @Test
    void withoutAnySourceEverySettingHasItsDefault() {
        AivenConfig config = Configuration.of(List.of()).resolve(OPEN);

        assertThat(config)
                .isEqualTo(new AivenConfig(
                        URI.create("https://api.aiven.io"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "google-europe-west1",
                        Keep.NEVER,
                        Duration.ofHours(2),
                        Optional.empty(),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1),
                        false,
                        Optional.empty(),
                        System.getProperty("user.name"),
                        Scope.CLASS,
                        Isolation.NONE));
    }

    @Test
    void theSwitchWithoutATokenIsEmptyUntilASourceSetsIt() {
        assertThat(Configuration.of(List.of()).disabledWithoutToken()).isEmpty();
        assertThat(Configuration.of(List.of(parameters(Map.of("aiven.disabledWithoutToken", "false"))))
                        .disabledWithoutToken())
                .contains(false);
    }

    @Test
    void blankValuesAreNoValues() {
        Configuration configuration = Configuration.of(List.of(
                parameters(Map.of("aiven.cloud", "  ")),
                ConfigSource.environment(Map.of("AIVEN_CLOUD", "")),
                parameters(Map.of("aiven.cloud", " aws-eu-west-1 "))));

        assertThat(configuration.resolve(OPEN).cloud()).isEqualTo("aws-eu-west-1");
    }

    @ParameterizedTest
    @MethodSource
    void everySettingHasAKeyAndAVariable(
            String key, String variable, String text, Function<AivenConfig, Object> setting, Object value) {
        ConfigSource environment = ConfigSource.environment(Map.of(variable, text));
        System.setProperty(key, text);
        try {
            assertThat(setting.apply(Configuration.of(List.of(ConfigSource.systemProperties()))
                            .resolve(OPEN)))
                    .isEqualTo(value);
        } finally {
            System.clearProperty(key);
        }
        assertThat(setting.apply(Configuration.of(List.of(environment)).resolve(OPEN)))
                .isEqualTo(value);
    }

    static Stream<Arguments> everySettingHasAKeyAndAVariable() {
        return Stream.of(
                row("url", "WEB_URL", "http://localhost:1", AivenConfig::url, URI.create("http://localhost:1")),
                row("organization", "ORGANIZATION", "org1", AivenConfig::organization, Optional.of("org1")),
                row("billingGroup", "BILLING_GROUP", "bg1", AivenConfig::billingGroup, Optional.of("bg1")),
                row("existing", "EXISTING", "shop-ci", AivenConfig::existing, Optional.of("shop-ci")),
                row("cloud", "CLOUD", "do-fra", AivenConfig::cloud, "do-fra"),
                row("keep", "KEEP", "on_failure", AivenConfig::keep, Keep.ON_FAILURE),
                row("expiresAfter", "EXPIRES_AFTER", "3d", AivenConfig::expiresAfter, Duration.ofDays(3)),
                row("timeout", "TIMEOUT", "30m", AivenConfig::timeout, Optional.of(Duration.ofMinutes(30))),
                row("deletionTimeout", "DELETION_TIMEOUT", "9m", AivenConfig::deletionTimeout, Duration.ofMinutes(9)),
                row("pollInterval", "POLL_INTERVAL", "50ms", AivenConfig::pollInterval, Duration.ofMillis(50)),
                row("requireCloud", "REQUIRE_CLOUD", "TRUE", AivenConfig::requireCloud, true),
                row("run", "RUN", "run-7", AivenConfig::run, Optional.of("run-7")),
                row("owner", "OWNER", "jane", AivenConfig::owner, "jane"));
    }

    @ParameterizedTest
    @MethodSource
    void theRunIsNamedByTheCiSystem(Map<String, String> environment, String run) {
        assertThat(Configuration.of(List.of(ConfigSource.environment(environment)))
                        .resolve(OPEN)
                        .run())
                .contains(run);
    }

    static Stream<Arguments> theRunIsNamedByTheCiSystem() {
        return Stream.of(
                arguments(Map.of("GITHUB_RUN_ID", "1658821493"), "1658821493"),
                arguments(Map.of("CI_PIPELINE_ID", "77"), "77"),
                arguments(Map.of("BUILD_TAG", "jenkins-shop-12"), "jenkins-shop-12"),
                arguments(Map.of("AIVEN_RUN", "mine", "GITHUB_RUN_ID", "1658821493"), "mine"));
    }

    private static Arguments row(
            String key, String variable, String text, Function<AivenConfig, Object> setting, Object value) {
        return arguments("aiven." + key, "AIVEN_" + variable, text, setting, value);
    }

    private static String cloud(ProjectSpec spec, List<ConfigSource> sources) {
        return Configuration.of(sources).resolve(spec).cloud();
    }

    private static ConfigSource parameters(Map<String, String> values) {
        return ConfigSource.configurationParameters(key -> Optional.ofNullable(values.get(key)));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("aiven.properties"), text);
    }
}

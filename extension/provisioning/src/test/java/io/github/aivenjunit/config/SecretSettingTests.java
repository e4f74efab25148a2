package io.github.aivenjunit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.aivenjunit.client.ApiToken;
import io.github.aivenjunit.spec.ProjectSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretSettingTests {

    private static final String CANARY = "canary-4711";
    private static final ProjectSpec OPEN = ProjectSpec.builder("OrderFlowTest").build();

    @Test
    void configurationParametersAreNeverAskedForSecrets() {
        Configuration configuration = Configuration.of(List.of(ConfigSource.configurationParameters(key -> {
            assertThat(key).isNotIn("aiven.token", "aiven.billingGroup");
            return Optional.empty();
        })));

        AivenConfig config = configuration.resolve(OPEN);

        assertThat(config.token()).isEmpty();
        assertThat(config.tokenOrigin()).isEmpty();
        assertThat(config.billingGroup()).isEmpty();
        assertThat(configuration.hasToken()).isFalse();
    }

    @Test
    void theDeclarationIsNeverAskedForSecrets() {
        ConfigSource declaration = ConfigSource.fixed(
                "the declaration of OrderFlowTest", Map.of(Setting.TOKEN, CANARY, Setting.BILLING_GROUP, "bg1"));

        assertThat(declaration.find(Setting.TOKEN)).isEmpty();
        assertThat(declaration.find(Setting.BILLING_GROUP)).isEmpty();
    }

    @Test
    void ourVariableComesBeforeTheOneOfAvn() {
        AivenConfig both = resolve(environment(Map.of("AIVEN_TOKEN", "ours", "AIVEN_AUTH_TOKEN", "of-avn")));
        AivenConfig onlyAvn = resolve(environment(Map.of("AIVEN_TOKEN", " ", "AIVEN_AUTH_TOKEN", "of-avn")));

        assertThat(both.token()).contains(ApiToken.of("ours"));
        assertThat(both.tokenOrigin()).contains("environment variable AIVEN_TOKEN");
        assertThat(onlyAvn.token()).contains(ApiToken.of("of-avn"));
        assertThat(onlyAvn.tokenOrigin()).contains("environment variable AIVEN_AUTH_TOKEN");
    }

    @Test
    void systemPropertiesAndTheUserFileMayHoldTheToken(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("aiven.properties"), "token = from-file");
        AivenConfig fromFile = resolve(ConfigSource.userFile(file));
        assertThat(fromFile.token()).contains(ApiToken.of("from-file"));
        assertThat(fromFile.tokenOrigin()).contains(file + ", key aiven.token");

        System.setProperty("aiven.token", "from-property");
        try {
            AivenConfig fromProperty = resolve(ConfigSource.systemProperties());
            assertThat(fromProperty.token()).contains(ApiToken.of("from-property"));
            assertThat(fromProperty.tokenOrigin()).contains("system property aiven.token");
        } finally {
            System.clearProperty("aiven.token");
        }
    }

    @Test
    void aTokenMakesTheDifferenceBetweenCloudAndEmulator() {
        assertThat(Configuration.of(List.of(environment(Map.of("AIVEN_TOKEN", CANARY))))
                        .hasToken())
                .isTrue();
    }

    @Test
    void aTokenThatCannotBeOneIsRefusedWithoutShowingIt() {
        Throwable refusal = catchThrowable(() -> resolve(environment(Map.of("AIVEN_TOKEN", CANARY + "\n" + CANARY))));

        assertThat(refusal)
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessage(
                        "The API token from environment variable AIVEN_TOKEN holds a character that no token has. Copy"
                                + " it again, without line breaks.");
        assertThat(Throwables.getStackTrace(refusal)).doesNotContain(CANARY);
    }

    @Test
    void noTextShowsTheToken() {
        AivenConfig config = resolve(environment(Map.of("AIVEN_TOKEN", CANARY, "AIVEN_BILLING_GROUP", CANARY)));

        assertThat(config)
                .hasToString("AivenConfig[url=https://api.aiven.io, token=from environment variable AIVEN_TOKEN,"
                        + " cloud=google-europe-west1]");
        assertThat(new ConfigValue(CANARY, "environment variable AIVEN_TOKEN"))
                .hasToString("ConfigValue[from environment variable AIVEN_TOKEN]");
    }

    @Test
    void anErrorInAnotherSettingDoesNotShowTheToken() {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> resolve(environment(Map.of("AIVEN_TOKEN", CANARY, "AIVEN_TIMEOUT", "soon"))))
                .satisfies(
                        refusal -> assertThat(Throwables.getStackTrace(refusal)).doesNotContain(CANARY));
    }

    private static AivenConfig resolve(ConfigSource source) {
        return Configuration.of(List.of(source)).resolve(OPEN);
    }

    private static ConfigSource environment(Map<String, String> variables) {
        return ConfigSource.environment(variables);
    }
}

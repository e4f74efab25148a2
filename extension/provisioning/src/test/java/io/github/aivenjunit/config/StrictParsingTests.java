package io.github.aivenjunit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aivenjunit.spec.ProjectSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictParsingTests {

    private static final ProjectSpec OPEN = ProjectSpec.builder("OrderFlowTest").build();

    @Test
    void aDurationIsADuration() {
        refuses(ConfigSource.environment(Map.of("AIVEN_TIMEOUT", "soon")))
                .withMessage(
                        "Cannot use 'soon' from environment variable AIVEN_TIMEOUT. Write a duration such as 20m, 90s"
                                + " or 2h.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "PT0S", "-PT5M"})
    void aDurationIsAboveZero(String duration) {
        refuses(parameters(Map.of("aiven.expiresAfter", duration)))
                .withMessage("Cannot use '" + duration
                        + "' from configuration parameter aiven.expiresAfter. Write a duration above zero.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "many", "1e3", "1000000"})
    void aNumberOfRequestsIsAWholeNumberAboveZero(String number) {
        Configuration configuration =
                Configuration.of(List.of(ConfigSource.environment(Map.of("AIVEN_REQUESTS_PER_MINUTE", number))));

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(configuration::rate)
                .withMessage("Cannot use '" + number + "' from environment variable AIVEN_REQUESTS_PER_MINUTE."
                        + " Write a whole number above zero, such as 100.");
    }

    @Test
    void aSwitchIsTrueOrFalse() {
        System.setProperty("aiven.requireCloud", "yes");
        try {
            refuses(ConfigSource.systemProperties())
                    .withMessage("Cannot use 'yes' from system property aiven.requireCloud. Write true or false.");
        } finally {
            System.clearProperty("aiven.requireCloud");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "1.5", "99999"})
    void theLookaheadIsOffOrACount(String count) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> pace(Map.of("aiven.lookahead", count)))
                .withMessage("Cannot use '" + count
                        + "' from configuration parameter aiven.lookahead. Write off, or a number such as 4.");
        assertThat(pace(Map.of("aiven.lookahead", "Off")).lookahead()).isZero();
        assertThat(pace(Map.of("aiven.lookahead", "12")).lookahead()).isEqualTo(12);
        assertThat(pace(Map.of()).lookahead()).isEqualTo(2);
        assertThat(Configuration.of(List.of(ConfigSource.environment(Map.of("AIVEN_TOKEN", "token"))))
                        .pace()
                        .lookahead())
                .isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cheap", "-1", "1e9", "$2"})
    void thePriceOfTheLookaheadIsAnAmount(String price) {
        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> pace(Map.of("aiven.lookahead.price", price)))
                .withMessage("Cannot use '" + price + "' from configuration parameter aiven.lookahead.price. Write US"
                        + " dollars an hour, for example 2.50.");
        assertThat(pace(Map.of("aiven.lookahead.price", "2.50")).lookaheadPrice())
                .contains(new BigDecimal("2.50"));
    }

    private static PaceConfig pace(Map<String, String> values) {
        return Configuration.of(List.of(parameters(values))).pace();
    }

    @Test
    void theSwitchWithoutATokenIsStrictToo() {
        Configuration configuration =
                Configuration.of(List.of(ConfigSource.environment(Map.of("AIVEN_DISABLED_WITHOUT_TOKEN", "1"))));

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(configuration::disabledWithoutToken)
                .withMessage(
                        "Cannot use '1' from environment variable AIVEN_DISABLED_WITHOUT_TOKEN. Write true or false.");
    }

    @Test
    void aChoiceIsOneOfItsConstants(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("aiven.properties"), "aiven.keep = always");

        refuses(ConfigSource.userFile(file))
                .withMessage("Cannot use 'always' from " + file + ", key aiven.keep. Write NEVER or ON_FAILURE.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.aiven.io",
                "ftp://api.aiven.io",
                "httpx://api.aiven.io",
                "https://",
                "https:api.aiven.io",
                "https://api.aiven.io/v1",
                "https://api.aiven.io?x=y",
                "https://api.aiven.io#x",
                "https://api aiven.io"
            })
    void anAddressIsAServer(String address) {
        refuses(ConfigSource.environment(Map.of("AIVEN_WEB_URL", address)))
                .withMessage("Cannot use '" + address
                        + "' from environment variable AIVEN_WEB_URL. Write an address such as https://api.aiven.io,"
                        + " without a path.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://jane:canary-4711@api.aiven.io", "https://jane:canary-4711@[api.aiven.io"})
    void anAddressWithAPasswordIsRefusedWithoutShowingIt(String address) {
        refuses(ConfigSource.environment(Map.of("AIVEN_WEB_URL", address)))
                .withMessage(
                        "The address from environment variable AIVEN_WEB_URL holds a user name or a password. Write an"
                                + " address such as https://api.aiven.io.")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.aiven.io", "http://localhost:4711/", "HTTPS://[::1]:1"})
    void addressesOfServersAreUsed(String address) {
        assertThat(Configuration.of(List.of(parameters(Map.of("aiven.url", address))))
                        .resolve(OPEN)
                        .url())
                .isEqualTo(URI.create(address));
    }

    @Test
    void theDeclarationIsNamedWithTheAttribute() {
        ProjectSpec spec =
                ProjectSpec.builder("OrderFlowTest").timeout(Duration.ZERO).build();

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> Configuration.of(List.of()).resolve(spec))
                .withMessage(
                        "Cannot use 'PT0S' from 'timeout' in the declaration of OrderFlowTest. Write a duration above"
                                + " zero.");
    }

    @Test
    void aWrongValueIsNotSkippedForALowerSource() {
        refuses(parameters(Map.of("aiven.timeout", "soon")), ConfigSource.environment(Map.of("AIVEN_TIMEOUT", "20m")));
    }

    private static ThrowableAssertAlternative<InvalidConfigurationException> refuses(ConfigSource... sources) {
        return assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> Configuration.of(List.of(sources)).resolve(OPEN));
    }

    private static ConfigSource parameters(Map<String, String> values) {
        return ConfigSource.configurationParameters(key -> Optional.ofNullable(values.get(key)));
    }
}

package io.github.aivenjunit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UserFileTests {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource
    void theFileIsNamedOrBelowTheConfigurationDirectory(
            Map<String, String> parameters,
            Map<String, String> systemProperties,
            Map<String, String> environment,
            String expected) {
        Properties properties = new Properties();
        properties.putAll(systemProperties);

        assertThat(UserFile.locate(key -> Optional.ofNullable(parameters.get(key)), properties, environment)
                        .path())
                .isEqualTo(Path.of(expected));
    }

    static Stream<Arguments> theFileIsNamedOrBelowTheConfigurationDirectory() {
        Map<String, String> none = Map.of();
        Map<String, String> named = Map.of("aiven.configFile", "/named");
        Map<String, String> home = Map.of("user.home", "/home/jane");
        Map<String, String> variables = Map.of("AIVEN_CONFIG_FILE", "/variable", "XDG_CONFIG_HOME", "/xdg");
        return Stream.of(
                arguments(named, Map.of("aiven.configFile", "/property"), variables, "/named"),
                arguments(none, Map.of("aiven.configFile", "/property"), variables, "/property"),
                arguments(none, home, variables, "/variable"),
                arguments(none, home, Map.of("XDG_CONFIG_HOME", "/xdg"), "/xdg/aiven-junit/aiven.properties"),
                arguments(none, home, none, "/home/jane/.config/aiven-junit/aiven.properties"),
                arguments(
                        Map.of("aiven.configFile", ""),
                        Map.of("aiven.configFile", " ", "user.home", "/home/jane"),
                        Map.of("AIVEN_CONFIG_FILE", "", "XDG_CONFIG_HOME", ""),
                        "/home/jane/.config/aiven-junit/aiven.properties"));
    }

    @Test
    void aFileThatSomebodyNamedMustExist() {
        Path missing = directory.resolve("missing.properties");
        UserFile file = UserFile.locate(
                key -> key.equals("aiven.configFile") ? Optional.of(missing.toString()) : Optional.empty(),
                new Properties(),
                Map.of());

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(file::source)
                .withMessage("There is no file " + missing
                        + ", which aiven.configFile (AIVEN_CONFIG_FILE) names. Correct the path, or unset it.");
    }

    @Test
    void theUsualFileNeedNotExist() {
        Properties home = new Properties();
        home.setProperty("user.home", directory.toString());

        assertThat(UserFile.locate(key -> Optional.empty(), home, Map.of())
                        .source()
                        .find(Setting.CLOUD))
                .isEmpty();
    }

    @Test
    void keysStandWithAndWithoutThePrefix() throws IOException {
        ConfigSource source = ConfigSource.userFile(file("aiven.cloud = do-fra\nowner = J\u00fcrgen\n"));

        assertThat(source.find(Setting.CLOUD)).map(ConfigValue::value).contains("do-fra");
        assertThat(source.find(Setting.OWNER)).map(ConfigValue::value).contains("J\u00fcrgen");
        assertThat(source.find(Setting.EXISTING)).isEmpty();
    }

    @Test
    void theKeyWithThePrefixComesFirst() throws IOException {
        ConfigSource source = ConfigSource.userFile(file("cloud = do-fra\naiven.cloud = aws-eu-west-1\n"));

        assertThat(source.find(Setting.CLOUD)).map(ConfigValue::value).contains("aws-eu-west-1");
    }

    @Test
    void aFileThatDoesNotExistHoldsNothing() {
        ConfigSource source = ConfigSource.userFile(directory.resolve("none"));

        assertThat(source.find(Setting.CLOUD)).isEmpty();
        assertThat(source.find(Setting.TOKEN)).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsAnError() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ConfigSource.userFile(directory))
                .withMessage("Cannot read " + directory + ". Make it readable or remove it.");
    }

    @Test
    void aFileWithABrokenEscapeIsAnError() throws IOException {
        Path file = file("token = canary-4711\nowner = C:\\users\\jane\n");

        assertThatExceptionOfType(InvalidConfigurationException.class)
                .isThrownBy(() -> ConfigSource.userFile(file))
                .withMessage(
                        "Cannot read " + file + ": it holds a \\u that is no Unicode escape. Double the backslash.")
                .satisfies(refusal -> assertThat(refusal.getCause()).hasMessageNotContaining("canary-4711"));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("aiven.properties"), text);
    }
}

package io.github.aivenjunit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.spec.ProjectSpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateConfigTests {

    private static final ProjectSpec OPEN = ProjectSpec.builder("OrderFlowTest").build();

    @Test
    void aivenIsAskedAHundredTimesAMinuteAtMost() {
        assertThat(rate(Map.of()).limit(AivenConfig.DEFAULT_URL)).contains(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:1"})
    void anApiOnThisHostHasNoLimitUnlessOneIsSet(String url) {
        assertThat(rate(Map.of()).limit(URI.create(url))).isEmpty();
        assertThat(rate(Map.of("AIVEN_REQUESTS_PER_MINUTE", "30")).limit(URI.create(url)))
                .contains(30);
    }

    @Test
    void whatIsLearnedIsKeptWhereTheUserSays(@TempDir Path directory) {
        assertThat(rate(Map.of("AIVEN_STATE", directory.toString())).state()).isEqualTo(directory);
        assertThat(rate(Map.of()).state()).endsWith(Path.of("aiven-junit"));
    }

    @Test
    void withoutATokenThereIsNoGovernor(@TempDir Path directory) {
        Map<String, String> values = Map.of("AIVEN_STATE", directory.toString());
        AivenConfig config = Configuration.of(List.of()).resolve(OPEN);

        assertThat(rate(values).governor(config)).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatTakesSecondsIsLookedAtEveryTwoSecondsAtLeast() {
        assertThat(Configuration.of(List.of()).resolve(OPEN).shortPollInterval())
                .isEqualTo(Duration.ofSeconds(2));
        assertThat(Configuration.of(List.of(ConfigSource.environment(Map.of("AIVEN_POLL_INTERVAL", "20ms"))))
                        .resolve(OPEN)
                        .shortPollInterval())
                .isEqualTo(Duration.ofMillis(20));
    }

    private static RateConfig rate(Map<String, String> environment) {
        return Configuration.of(List.of(ConfigSource.environment(environment))).rate();
    }
}

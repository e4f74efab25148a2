package io.github.aivenjunit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {

    @ParameterizedTest
    @CsvSource({
        "250ms, PT0.25S",
        "90s, PT90S",
        "20m, PT20M",
        "20 m, PT20M",
        "2h, PT2H",
        "2H, PT2H",
        "3d, PT72H",
        "0s, PT0S",
        "'  5m  ', PT5M",
        "PT20M, PT20M",
        "pt1h30m, PT90M",
        "P1DT1H, PT25H",
        "-PT5M, PT-5M",
        "366d, P366D"
    })
    void peopleWriteDurationsLikeThis(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20",
                "m",
                "20 minutes",
                "20min",
                "1h30m",
                "1.5h",
                "-5m",
                "20  m",
                "soon",
                "367d",
                "999999999999d",
                "PT",
                "1000000000000s"
            })
    void anythingElseIsNoDuration(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }
}

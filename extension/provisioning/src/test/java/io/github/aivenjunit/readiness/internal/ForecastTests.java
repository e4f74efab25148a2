package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTests {

    private static final Duration USUAL = Duration.ofMinutes(3);

    @Test
    void aProgressLineTellsWhatWasSeenBefore() {
        assertThat(Forecast.of(USUAL, List.of(build(200), build(210), build(250)))
                        .text())
                .isEqualTo(", expected after 215 s as in the last 3 builds");
        assertThat(Forecast.of(USUAL, List.of(build(200))).text())
                .isEqualTo(", expected after 205 s as in the last 1 build");
    }

    @Test
    void withoutHistoryItTellsWhatIsUsual() {
        assertThat(Forecast.of(USUAL, List.of()).text()).isEqualTo(", usual is 180 s");
    }

    @Test
    void ofAChangeItTellsNothing() {
        assertThat(Forecast.none().text()).isEmpty();
    }

    private static BuildTimes.Build build(int seconds) {
        return new BuildTimes.Build(Duration.ofSeconds(seconds), Duration.ofSeconds(seconds + 5L));
    }
}

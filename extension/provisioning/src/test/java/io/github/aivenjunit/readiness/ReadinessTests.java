package io.github.aivenjunit.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadinessTests {

    @Test
    void theRungsStandInTheirOrderAndAddUp() {
        Map<Rung, Duration> rungs = new LinkedHashMap<>();
        rungs.put(Rung.TCP, Duration.ofMillis(2));
        rungs.put(Rung.API_STATE, Duration.ofSeconds(90));

        Readiness readiness = new Readiness(rungs);
        rungs.clear();

        assertThat(readiness.rungs()).containsOnlyKeys(Rung.API_STATE, Rung.TCP);
        assertThat(readiness.rungs().keySet()).containsExactly(Rung.API_STATE, Rung.TCP);
        assertThat(readiness.total()).isEqualTo(Duration.ofMillis(90_002));
    }

    @Test
    void withoutAnyRungItTookNoTime() {
        assertThat(new Readiness(Map.of()).total()).isZero();
    }
}

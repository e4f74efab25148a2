package io.github.aivenjunit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class AudienceTests {

    @Test
    void nobodyReadsTheTerminalOfACiMachineAForkOrADumbTerminal() {
        Properties fork = new Properties();
        fork.setProperty("surefire.real.class.path", "x");

        assertThat(Audience.isPerson(Map.of(), new Properties())).isTrue();
        assertThat(Audience.isPerson(Map.of("CI", "true"), new Properties())).isFalse();
        assertThat(Audience.isPerson(Map.of("TERM", "dumb"), new Properties())).isFalse();
        assertThat(Audience.isPerson(Map.of(), fork)).isFalse();
    }
}

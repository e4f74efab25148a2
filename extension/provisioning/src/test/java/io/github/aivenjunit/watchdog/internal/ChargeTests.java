package io.github.aivenjunit.watchdog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChargeTests {

    private final Charge charge = new Charge(
            "canary-4711",
            URI.create("https://api.test/"),
            Optional.of("org 1"),
            Path.of("/tmp/ä b/one.journal"),
            "run\n7",
            "ada lovelace",
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Map.of("https.proxyHost", "proxy.test", "javax.net.ssl.trustStorePassword", ""));

    @Test
    void goesThroughThePipeAsOneLine() {
        assertThat(charge.line()).hasLineCount(1);
        assertThat(Charge.read(charge.line())).isEqualTo(charge);
    }

    @Test
    void needsNoOrganization() {
        Charge classic = new Charge(
                "t",
                charge.endpoint(),
                Optional.empty(),
                charge.journal(),
                "r",
                "o",
                Duration.ZERO,
                Duration.ZERO,
                Map.of());

        assertThat(Charge.read(classic.line())).isEqualTo(classic);
    }

    @Test
    void doesNotShowTheToken() {
        assertThat(charge).hasToString("Charge[https://api.test/, /tmp/ä b/one.journal]");
    }
}

package io.github.aivenjunit.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class HostJvmTests {

    @Test
    void aChildReachesOtherHostsAsThisJvmDoes() {
        Properties properties = new Properties();
        properties.setProperty("java.home", "/opt/java");
        properties.setProperty("https.proxyHost", "proxy.test");
        properties.setProperty("javax.net.ssl.trustStore", "trust.p12");
        properties.setProperty("aiven.token", "canary-4711");

        assertThat(HostJvm.of(properties))
                .isEqualTo(new HostJvm(
                        Path.of("/opt/java"),
                        Map.of(
                                "https.proxyHost",
                                "proxy.test",
                                "javax.net.ssl.trustStore",
                                Path.of("trust.p12").toAbsolutePath().toString())));
    }

    @Test
    void doesNotShowAPassword() {
        HostJvm host = new HostJvm(Path.of("/opt/java"), Map.of("javax.net.ssl.trustStorePassword", "canary-4711"));

        assertThat(host).hasToString("HostJvm[/opt/java, [javax.net.ssl.trustStorePassword]]");
    }
}

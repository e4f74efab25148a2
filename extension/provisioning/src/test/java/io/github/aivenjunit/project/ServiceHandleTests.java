package io.github.aivenjunit.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.aivenjunit.client.model.RedactedSecretException;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.fixture.NoControl;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.readiness.Readiness;
import io.github.aivenjunit.readiness.Rung;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceHandleTests {

    private static final String CANARY = "canary-4711";
    private static final URI CONSOLE =
            URI.create("https://console.aiven.io/project/aj-shop/services/cache-x7/overview");
    private static final Readiness READINESS = new Readiness(Map.of(Rung.API_STATE, Duration.ofSeconds(90)));

    private final CaCertificate ca = new TestAuthority("Project CA").ca();
    private final ServiceHandle cache = handle(ServiceAnswer.of("cache-x7", "cassandra", "startup-4")
            .uri("rediss://default:" + CANARY + "@cache.test:12691")
            .uriParam("host", "cache.test")
            .uriParam("port", "12691")
            .uriParam("user", "default")
            .uriParam("password", CANARY)
            .user("default", Optional.of(CANARY))
            .build());
    private final ServiceHandle bare =
            handle(ServiceAnswer.of("cache-x7", "cassandra", "startup-4").build());

    @Test
    void theHandleKnowsTheServiceAndWhereItIs() {
        assertThat(cache.name()).isEqualTo("cache");
        assertThat(cache.serviceName()).isEqualTo("cache-x7");
        assertThat(cache.type()).isEqualTo("cassandra");
        assertThat(cache.plan()).isEqualTo("startup-4");
        assertThat(cache.cloud()).isEqualTo("google-europe-west1");
        assertThat(cache.host()).isEqualTo("cache.test");
        assertThat(cache.port()).isEqualTo(12_691);
        assertThat(cache.user()).isEqualTo("default");
        assertThat(cache.password()).isEqualTo(CANARY);
        assertThat(cache.uri()).isEqualTo("rediss://default:canary-4711@cache.test:12691");
        assertThat(cache.ca()).isSameAs(ca);
        assertThat(cache.consoleUri()).isEqualTo(CONSOLE);
        assertThat(cache.readiness()).isEqualTo(READINESS);
        assertThat(cache.noDataPlane()).isEmpty();
    }

    @Test
    void theDetailsAreProperties() {
        assertThat(cache.asProperties("shop.cache"))
                .isEqualTo(Map.of(
                        "shop.cache.host", "cache.test",
                        "shop.cache.port", "12691",
                        "shop.cache.user", "default",
                        "shop.cache.password", CANARY,
                        "shop.cache.uri", "rediss://default:canary-4711@cache.test:12691",
                        "shop.cache.ca", ca.pem()));
    }

    @Test
    void theDetailsAreEnvironmentVariables() {
        assertThat(cache.asEnvironment("CACHE"))
                .isEqualTo(Map.of(
                        "CACHE_HOST", "cache.test",
                        "CACHE_PORT", "12691",
                        "CACHE_USER", "default",
                        "CACHE_PASSWORD", CANARY,
                        "CACHE_URI", "rediss://default:canary-4711@cache.test:12691",
                        "CACHE_CA", ca.pem()));
    }

    @Test
    void anUnknownTypeHasAPlainHandleWithoutSecretsInItsText() {
        assertThat(cache)
                .isExactlyInstanceOf(ServiceHandle.class)
                .hasToString("ServiceHandle[cache, cassandra startup-4]");
        assertThat(cache.details().toString()).doesNotContain(CANARY);
    }

    @Test
    void withoutASingleAddressTheMessageSaysWhereToLook() {
        assertThatIllegalStateException()
                .isThrownBy(bare::host)
                .withMessage("Service 'cache' has no single address. Use details().service().components().");
        assertThatIllegalStateException()
                .isThrownBy(bare::port)
                .withMessage("Service 'cache' has no single port. Use details().service().components().");
        assertThatIllegalStateException()
                .isThrownBy(bare::uri)
                .withMessage("Service 'cache' has no single address. Use details().service().components().");
        assertThat(bare.connection()).containsOnlyKeys("ca");
    }

    @Test
    void withoutAPasswordTheMessageSaysWhereToLook() {
        ServiceHandle certificateOnly = handle(ServiceAnswer.of("cassandra", "cassandra", "startup-4")
                .user("avnadmin", Optional.empty())
                .build());

        assertThatIllegalStateException()
                .isThrownBy(certificateOnly::password)
                .withMessage("Service 'cache' has no password. Look at it in the Aiven console.");
    }

    @Test
    void aRedactedSecretIsRefused() {
        ServiceHandle redacted = handle(ServiceAnswer.of("cache-x7", "cassandra", "startup-4")
                .uri("rediss://default:<redacted>@cache.test:12691")
                .user("default", Optional.of("<redacted>"))
                .build());

        assertThatExceptionOfType(RedactedSecretException.class).isThrownBy(redacted::password);
        assertThatExceptionOfType(RedactedSecretException.class).isThrownBy(redacted::uri);
    }

    private ServiceHandle handle(Service service) {
        return ServiceHandles.of(
                new ServiceDetails("cache", service, ca, CONSOLE, READINESS, Optional.empty(), new NoControl()));
    }
}

package io.github.aivenjunit.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.connection.ValkeyConnection;
import io.github.aivenjunit.fixture.NoControl;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.readiness.Readiness;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValkeyServiceTests {

    private static final String CANARY = "canary-4711";

    private final ValkeyService valkey = (ValkeyService) ServiceHandles.of(new ServiceDetails(
            "cache",
            ServiceAnswer.of("cache", "valkey", "startup-4")
                    .component("valkey", "cache.test", 12691, "dynamic", "primary")
                    .user("default", Optional.of(CANARY))
                    .build(),
            new TestAuthority("Project CA").ca(),
            URI.create("https://console.aiven.io/project/aj-shop/services/cache/overview"),
            new Readiness(Map.of()),
            Optional.empty(),
            new NoControl()));

    @Test
    void theAddressIsTheDefaultUsersInTheFormOfJavaClients() {
        assertThat(valkey.server().uri()).isEqualTo(URI.create("rediss://default:" + CANARY + "@cache.test:12691"));
        assertThat(valkey.uri()).isEqualTo(valkey.server().uri().toString());
        assertThat(valkey.host()).isEqualTo("cache.test");
        assertThat(valkey.port()).isEqualTo(12_691);
        assertThat(valkey.user()).isEqualTo("default");
        assertThat(valkey.password()).isEqualTo(CANARY);
        assertThat(valkey.asEnvironment("CACHE")).containsEntry("CACHE_URI", valkey.uri());
    }

    @Test
    void anotherUsersPasswordIsEncoded() {
        assertThat(valkey.server().withUser("reader", Secret.of("p@ss/word")).uri())
                .isEqualTo(URI.create("rediss://reader:p%40ss%2Fword@cache.test:12691"));
    }

    @Test
    void nobodyPrintsThePassword() {
        ValkeyConnection connection = valkey.server();

        assertThat(valkey + " " + connection + " " + valkey.details()).doesNotContain(CANARY);
        assertThat(connection).hasToString("ValkeyConnection[default@cache.test:12691]");
    }
}

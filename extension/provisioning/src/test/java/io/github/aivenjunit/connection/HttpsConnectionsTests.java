package io.github.aivenjunit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpsConnectionsTests {

    private static final String CANARY = "canary-4711";

    private final CaCertificate ca = new TestAuthority("Project CA").ca();

    @Test
    void theComponentIsTheAddress() {
        Service service = grafana()
                .component("grafana", "grafana.test", 12691, "dynamic", "primary")
                .uri("https://avnadmin:" + CANARY + "@other.test:443")
                .build();

        assertThat(HttpsConnections.component(service, "grafana", ca))
                .isEqualTo(connection("https://grafana.test:12691"));
    }

    @Test
    void aComponentWithoutAPortHasThatOfHttps() {
        Service service = grafana()
                .component("grafana", "grafana.test", 0, "dynamic", "primary")
                .build();

        assertThat(HttpsConnections.component(service, "grafana", ca)).isEqualTo(connection("https://grafana.test"));
    }

    @Test
    void withoutTheComponentTheServicesUriIsTheAddress() {
        Service service = grafana()
                .uri("https://avnadmin:" + CANARY + "@grafana.test:443")
                .build();

        assertThat(HttpsConnections.component(service, "grafana", ca))
                .isEqualTo(connection("https://grafana.test:443"));
    }

    @Test
    void withoutAnyAddressTheMessageNamesTheComponentAndNoSecret() {
        Service service =
                grafana().uri("ftp://avnadmin:" + CANARY + "@grafana.test").build();

        assertThatIllegalStateException()
                .isThrownBy(() -> HttpsConnections.component(service, "grafana", ca))
                .withMessage("Service 'dash' has no component 'grafana' over HTTPS in the API's answer. Look at it in"
                        + " the Aiven console.");
    }

    @Test
    void aHostThatIsNoneIsShown() {
        Service service = grafana()
                .component("grafana", "not a host", 1, "dynamic", "primary")
                .build();

        assertThatIllegalStateException()
                .isThrownBy(() -> HttpsConnections.component(service, "grafana", ca))
                .withMessage(
                        "Component 'grafana' of service 'dash' has a host that is none: 'not a host'. Look at it in"
                                + " the Aiven console.");
    }

    @Test
    void anAddressAmongTheConnectionInfoKeepsItsPathAndLosesItsPassword() {
        Service service = grafana()
                .connectionInfo("receiver", "https://avnadmin:" + CANARY + "@thanos.test:12691/api/v1/receive")
                .connectionInfo("hidden", "https://avnadmin:<redacted>@thanos.test:12692")
                .build();

        assertThat(HttpsConnections.connectionInfo(service, "receiver", ca))
                .isEqualTo(connection("https://thanos.test:12691/api/v1/receive"));
        assertThat(HttpsConnections.connectionInfo(service, "hidden", ca))
                .isEqualTo(connection("https://thanos.test:12692"));
    }

    @Test
    void anAddressThatIsMissingOrEmptyIsNamed() {
        Service service = grafana().connectionInfo("query_uri", "").build();

        assertThatIllegalStateException()
                .isThrownBy(() -> HttpsConnections.connectionInfo(service, "query_uri", ca))
                .withMessage(
                        "Service 'dash' has no address 'query_uri' over HTTPS in the API's answer. Look at it in the"
                                + " Aiven console.");
        assertThatIllegalStateException().isThrownBy(() -> HttpsConnections.connectionInfo(service, "other_uri", ca));
    }

    private static ServiceAnswer grafana() {
        return ServiceAnswer.of("dash", "grafana", "startup-1").user("avnadmin", Optional.of(CANARY));
    }

    private HttpsConnection connection(String uri) {
        return new HttpsConnection(URI.create(uri), "avnadmin", Secret.of(CANARY), ca);
    }
}

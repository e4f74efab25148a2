package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.fixture.LoopbackServer;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.readiness.Rung;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointProbeTests {

    private final TestAuthority authority = new TestAuthority("Project CA");

    @Test
    void everyPrimaryEndpointIsTriedAndEveryHostOnce() {
        Service service = ServiceAnswer.of("kafka", "kafka", "startup-2")
                .component("kafka", "a.test", 1, "dynamic", "primary")
                .component("schema_registry", "a.test", 2, "dynamic", "primary")
                .component("kafka", "b.test", 3, "dynamic", "replica")
                .component("kafka", "c.test", 4, "public", "primary")
                .build();

        assertThat(rungs(service)).containsExactly(Rung.DNS, Rung.TCP, Rung.TCP, Rung.TLS, Rung.TLS);
    }

    @Test
    void anEndpointInPlainTextHasNoTlsRung() {
        Service service = ServiceAnswer.of("cache", "valkey", "hobbyist")
                .plaintext("valkey", "a.test", 1)
                .build();

        assertThat(rungs(service)).containsExactly(Rung.DNS, Rung.TCP);
    }

    @Test
    void theStepsReachTheEndpoint() throws Exception {
        try (LoopbackServer server = LoopbackServer.startTls(authority.server(LoopbackServer.HOST))) {
            Service service = ServiceAnswer.of("cache", "valkey", "hobbyist")
                    .component("valkey", LoopbackServer.HOST, server.port(), "dynamic", "primary")
                    .build();

            for (ServiceProbe.Step step : new EndpointProbe().steps(service, authority.ca())) {
                step.attempt().run();
            }

            assertThat(server.heardNext()).contains("handshake");
        }
    }

    private List<Rung> rungs(Service service) {
        return new EndpointProbe()
                .steps(service, authority.ca()).stream()
                        .map(ServiceProbe.Step::rung)
                        .toList();
    }
}

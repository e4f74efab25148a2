package io.github.aivenjunit.provision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.AivenClient;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.fixture.NoControl;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.Mode;
import io.github.aivenjunit.project.ServiceDetails;
import io.github.aivenjunit.project.ServiceHandle;
import io.github.aivenjunit.project.ServiceHandles;
import io.github.aivenjunit.readiness.Readiness;
import io.github.aivenjunit.spec.ServiceSpec;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptProjectTests {

    private static final Instant EXPIRES = Instant.parse("2026-11-21T14:00:00Z");
    private static final CaCertificate CA = new TestAuthority("Project CA").ca();

    private final EphemeralProject project = new Project(
            "aj-shop",
            List.of(
                    handle(
                            "orders",
                            ServiceAnswer.postgres("pg.test", 1, "canary-4711").build()),
                    handle(
                            "cache",
                            ServiceAnswer.of("cache-x7", "grafana", "hobbyist")
                                    .uri("rediss://default:canary-4711@cache.test:2")
                                    .build())));

    @Test
    void aKeptProjectSaysHowToUseAndHowToDeleteIt() {
        assertThat(KeptProject.describe(project, false, EXPIRES)).isEqualTo("""
                        Kept project aj-shop until 2026-11-21T14:00:00Z. It costs money by the hour. Look at https://console.aiven.io/project/aj-shop/services
                        Connect with:
                          avn service get --json --project aj-shop pg
                          avn service get --json --project aj-shop cache-x7
                        Delete with:
                          avn service terminate --force --project aj-shop pg
                          avn service terminate --force --project aj-shop cache-x7
                          avn project delete aj-shop""");
    }

    @Test
    void somebodyElsesProjectIsNotDeletedWithOurServices() {
        assertThat(KeptProject.describe(project, true, EXPIRES))
                .startsWith("Kept our services of project aj-shop until 2026-11-21T14:00:00Z. ")
                .contains("avn service terminate --force --project aj-shop pg")
                .doesNotContain("avn project delete");
    }

    @Test
    void aProjectWithoutServicesHasNothingToConnectTo() {
        assertThat(KeptProject.describe(new Project("aj-shop", List.of()), false, EXPIRES))
                .endsWith("\nDelete with:\n  avn project delete aj-shop")
                .doesNotContain("Connect with:");
    }

    @Test
    void thereIsNoPasswordInIt() {
        assertThat(KeptProject.describe(project, false, EXPIRES)).doesNotContain("canary-4711");
    }

    private static ServiceHandle handle(String name, Service service) {
        return ServiceHandles.of(new ServiceDetails(
                name,
                service,
                CA,
                Console.service("aj-shop", service.serviceName()),
                new Readiness(Map.of()),
                Optional.empty(),
                new NoControl()));
    }

    /** As much of a project as a text about it needs. */
    private record Project(String name, List<ServiceHandle> services) implements EphemeralProject {

        @Override
        public URI consoleUri() {
            return Console.project(name);
        }

        @Override
        public String cloud() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mode mode() {
            return Mode.CLOUD;
        }

        @Override
        public Map<String, String> tags() {
            return Map.of();
        }

        @Override
        public CaCertificate ca() {
            return CA;
        }

        @Override
        public <T extends ServiceHandle> T service(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T extends ServiceHandle> T service(String serviceName, Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServiceHandle createService(ServiceSpec spec) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AivenClient client() {
            throw new UnsupportedOperationException();
        }
    }
}

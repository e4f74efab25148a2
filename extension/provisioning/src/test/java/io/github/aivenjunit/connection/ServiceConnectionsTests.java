package io.github.aivenjunit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.aivenjunit.client.model.Component;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceConnectionsTests {

    private final CaCertificate ca = new TestAuthority("Project CA").ca();

    @Test
    void theComponentIsThePrimaryOnTheDynamicRoute() {
        Service service = ServiceAnswer.of("pg", "pg", "startup-4")
                .component("pg", "replica", 1, "dynamic", "replica")
                .component("pg", "public", 2, "public", "primary")
                .component("pgbouncer", "pool", 3, "dynamic", "primary")
                .component("pg", "main", 4, "dynamic", "primary")
                .build();

        assertThat(ServiceConnections.component(service, "pg"))
                .extracting(Component::host, Component::port)
                .containsExactly("main", 4);
        assertThat(ServiceConnections.find(service, "kafka")).isEmpty();
    }

    @Test
    void aMissingComponentIsNamed() {
        Service service = ServiceAnswer.of("orders", "pg", "startup-4").build();

        assertThatIllegalStateException()
                .isThrownBy(() -> ServiceConnections.component(service, "pg"))
                .withMessage(
                        "Service 'orders' has no component 'pg' in the API's answer. Look at it in the Aiven console.");
    }

    @Test
    void theAdminIsAvnadminWhereverItStands() {
        Service service = ServiceAnswer.of("pg", "pg", "startup-4")
                .user("app", Optional.of("a"))
                .user("avnadmin", Optional.of("b"))
                .build();

        assertThat(ServiceConnections.admin(service).username()).isEqualTo("avnadmin");
    }

    @Test
    void withoutAvnadminTheFirstUserIsTheAdmin() {
        Service service = ServiceAnswer.of("cache", "valkey", "hobbyist")
                .user("default", Optional.of("a"))
                .user("app", Optional.of("b"))
                .build();

        assertThat(ServiceConnections.admin(service).username()).isEqualTo("default");
    }

    @Test
    void aMissingUserIsSaid() {
        Service service = ServiceAnswer.of("cache", "valkey", "hobbyist").build();

        assertThatIllegalStateException()
                .isThrownBy(() -> ServiceConnections.admin(service))
                .withMessage("Service 'cache' has no user in the API's answer. Look at it in the Aiven console.");
    }

    @Test
    void aPostgresConnectionComesFromComponentAdminAndParameters() {
        Service service = ServiceAnswer.postgres("pg.test", 12691, "secret")
                .uriParam("dbname", "shop")
                .build();

        assertThat(ServiceConnections.postgres(service, ca))
                .isEqualTo(new PostgresConnection("pg.test", 12691, "shop", "avnadmin", Secret.of("secret"), ca));
    }

    @Test
    void withoutADatabaseInTheAnswerItIsAivensDefault() {
        Service service = ServiceAnswer.postgres("pg.test", 12691, "secret").build();

        assertThat(ServiceConnections.postgres(service, ca).database()).isEqualTo("defaultdb");
    }

    @Test
    void aMissingPasswordIsSaid() {
        Service service = ServiceAnswer.of("orders", "pg", "startup-4")
                .component("pg", "pg.test", 12691, "dynamic", "primary")
                .user("avnadmin", Optional.empty())
                .build();

        assertThatIllegalStateException()
                .isThrownBy(() -> ServiceConnections.postgres(service, ca))
                .withMessage("The API sent no password for user 'avnadmin' of service 'orders'. Reset it in the Aiven"
                        + " console.");
    }
}

package io.github.aivenjunit.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.connection.PostgresConnection;
import io.github.aivenjunit.fixture.NoControl;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.readiness.Readiness;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostgresServiceTests {

    private static final String CANARY = "canary-4711";

    private final CaCertificate ca = new TestAuthority("Project CA").ca();
    private final Service answer = ServiceAnswer.postgres("pg.test", 12691, CANARY)
            .uri("postgres://avnadmin:" + CANARY + "@pg.test:12691/defaultdb?sslmode=require")
            .uriParam("dbname", "defaultdb")
            .uriParam("sslmode", "require")
            .databases("defaultdb", "orders")
            .build();
    private final ServiceHandle handle = ServiceHandles.of(new ServiceDetails(
            "orders",
            answer,
            ca,
            URI.create("https://console.aiven.io/project/aj-shop/services/pg/overview"),
            new Readiness(Map.of()),
            Optional.empty(),
            new NoControl()));
    private final PostgresService postgres = (PostgresService) handle;

    @Test
    void theConnectionIsTheAdminsToTheDefaultDatabase() {
        PostgresConnection connection =
                new PostgresConnection("pg.test", 12691, "defaultdb", "avnadmin", Secret.of(CANARY), ca);

        assertThat(postgres.database()).isEqualTo(connection);
        assertThat(postgres.database("orders")).isEqualTo(connection.withDatabase("orders"));
        assertThat(postgres.host()).isEqualTo("pg.test");
        assertThat(postgres.port()).isEqualTo(12_691);
        assertThat(postgres.jdbcUrl()).isEqualTo(connection.jdbcUrl());
        assertThat(postgres.jdbcProperties()).isEqualTo(connection.jdbcProperties());
        assertThat(postgres.databases()).containsExactly("defaultdb", "orders");
    }

    @Test
    void theDetailsHaveTheJdbcUrlInBothSpellings() {
        assertThat(postgres.asProperties("orders"))
                .containsEntry("orders.jdbcUrl", postgres.jdbcUrl())
                .containsEntry("orders.database", "defaultdb")
                .containsEntry("orders.sslmode", "require");
        assertThat(postgres.asEnvironment("ORDERS"))
                .containsEntry("ORDERS_JDBC_URL", postgres.jdbcUrl())
                .containsEntry("ORDERS_DATABASE", "defaultdb");
    }

    @Test
    void theDetailsHoldWhatAConnectionNeedsEvenWhenTheApiSentNoParameters() {
        assertThat(postgres.connection())
                .containsEntry("host", "pg.test")
                .containsEntry("port", "12691")
                .containsEntry("user", "avnadmin")
                .containsEntry("password", CANARY);
    }

    @Test
    void theTextHasNoPassword() {
        assertThat(postgres).hasToString("PostgresService[orders, pg startup-4]");
    }
}

package io.github.aivenjunit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.fixture.TestAuthority;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClickHouseConnectionTests {

    private static final String CANARY = "canary-4711";

    private final CaCertificate ca = new TestAuthority("Project CA").ca();
    private final ClickHouseConnection connection =
            new ClickHouseConnection("ch.test", 12691, 12690, "default", "avnadmin", Secret.of(CANARY), ca);

    @Test
    void theJdbcUrlIsThatOfTheHttpInterfaceWithoutSecrets() {
        assertThat(connection.jdbcUrl()).isEqualTo("jdbc:clickhouse:https://ch.test:12691/default?ssl=true");
        assertThat(connection.withDatabase("a b/c").jdbcUrl())
                .isEqualTo("jdbc:clickhouse:https://ch.test:12691/a%20b%2Fc?ssl=true");
        assertThat(connection.jdbcProperties()).isEqualTo(Map.of("user", "avnadmin", "password", CANARY));
    }

    @Test
    void clientsWithoutJdbcTakeTheHttpInterface() {
        assertThat(connection.https())
                .isEqualTo(new HttpsConnection(URI.create("https://ch.test:12691"), "avnadmin", Secret.of(CANARY), ca));
    }

    @Test
    void anotherDatabaseOrUserChangesNothingElse() {
        assertThat(connection.withDatabase("events").withUser("app", Secret.of("other")))
                .isEqualTo(new ClickHouseConnection("ch.test", 12691, 12690, "events", "app", Secret.of("other"), ca));
    }

    @Test
    void theTextHasNoPassword() {
        assertThat(connection).hasToString("ClickHouseConnection[avnadmin@ch.test:12691/default]");
    }

    @Test
    void withoutADriverThereIsNoConnectionAndNoPasswordInTheMessage() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connection.connect().close())
                .withMessage("No suitable driver found for jdbc:clickhouse:https://ch.test:12691/default?ssl=true");
    }
}

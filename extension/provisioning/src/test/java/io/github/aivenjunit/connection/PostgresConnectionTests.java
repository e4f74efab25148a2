package io.github.aivenjunit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.fixture.TestAuthority;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresConnectionTests {

    private static final String CANARY = "canary-4711";
    private static final String BEFORE_CA =
            "?sslmode=verify-full&sslfactory=org.postgresql.ssl.SingleCertValidatingFactory" + "&sslfactoryarg=";

    private final CaCertificate ca = new TestAuthority("Project CA").ca();
    private final PostgresConnection connection =
            new PostgresConnection("pg-shop.aivencloud.com", 12691, "defaultdb", "avnadmin", Secret.of(CANARY), ca);

    @Test
    void theJdbcUrlChecksHostAndCertificateWithoutAnyFile() {
        String address = "jdbc:postgresql://pg-shop.aivencloud.com:12691/defaultdb" + BEFORE_CA;

        assertThat(connection.jdbcUrl()).startsWith(address);
        String certificate = connection.jdbcUrl().substring(address.length());
        assertThat(certificate).matches("[A-Za-z0-9%._*-]+");
        assertThat(URLDecoder.decode(certificate, StandardCharsets.UTF_8)).isEqualTo(ca.pem());
    }

    @Test
    void oddDatabaseNamesAreEncodedInTheJdbcUrl() {
        assertThat(connection.withDatabase("a b+c/d?e&f%g#ü").jdbcUrl())
                .startsWith("jdbc:postgresql://pg-shop.aivencloud.com:12691/a%20b%2Bc%2Fd%3Fe%26f%25g%23%C3%BC"
                        + BEFORE_CA);
    }

    @Test
    void userAndPasswordAreNotInTheJdbcUrlButInTheProperties() {
        assertThat(connection.jdbcUrl()).doesNotContain(CANARY, "avnadmin");
        assertThat(connection.jdbcProperties()).isEqualTo(Map.of("user", "avnadmin", "password", CANARY));
    }

    @Test
    void everyCallMakesNewProperties() {
        connection.jdbcProperties().clear();

        assertThat(connection.jdbcProperties()).hasSize(2);
    }

    @Test
    void theUriIsTheOneOfLibpq() {
        assertThat(connection.uri())
                .isEqualTo("postgres://avnadmin:canary-4711@pg-shop.aivencloud.com:12691/defaultdb?sslmode=require");
    }

    @Test
    void oddNamesAndPasswordsAreEncodedInTheUri() {
        assertThat(connection
                        .withUser("jane doe", Secret.of("p@ss:w/rd?#+ %"))
                        .withDatabase("a b")
                        .uri())
                .isEqualTo("postgres://jane%20doe:p%40ss%3Aw%2Frd%3F%23%2B%20%25@pg-shop.aivencloud.com:12691/a%20b"
                        + "?sslmode=require");
    }

    @Test
    void anotherDatabaseOrUserChangesNothingElse() {
        assertThat(connection.withDatabase("orders"))
                .isEqualTo(new PostgresConnection(
                        "pg-shop.aivencloud.com", 12691, "orders", "avnadmin", Secret.of(CANARY), ca));
        assertThat(connection.withUser("app", Secret.of("other")))
                .isEqualTo(new PostgresConnection(
                        "pg-shop.aivencloud.com", 12691, "defaultdb", "app", Secret.of("other"), ca));
    }

    @Test
    void theTextHasNoPassword() {
        assertThat(connection).hasToString("PostgresConnection[avnadmin@pg-shop.aivencloud.com:12691/defaultdb]");
    }

    @Test
    void withoutADriverThereIsNoConnectionAndNoPasswordInTheMessage() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connection.connect().close())
                .withMessage("No suitable driver found for " + connection.jdbcUrl());
    }
}

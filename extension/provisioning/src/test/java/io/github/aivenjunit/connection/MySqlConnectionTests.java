package io.github.aivenjunit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.connection.internal.MySqlProjectTls;
import io.github.aivenjunit.fixture.LoopbackServer;
import io.github.aivenjunit.fixture.MySqlGreeter;
import io.github.aivenjunit.fixture.TestAuthority;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MySqlConnectionTests {

    private static final String CANARY = "canary-4711";

    private final TestAuthority authority = new TestAuthority("Project CA");
    private final CaCertificate ca = authority.ca();
    private final MySqlConnection connection = connection("mysql-shop.aivencloud.com", 12691);

    @Test
    void theJdbcUrlChecksHostAndCertificateWithoutAnyFile() {
        assertThat(connection.jdbcUrl())
                .startsWith(
                        "jdbc:mysql://mysql-shop.aivencloud.com:12691/defaultdb?sslMode=VERIFY_IDENTITY&socketFactory="
                                + MySqlProjectTls.class.getName() + "&aivenProjectCa=")
                .matches(".*=[\\w-]+");
    }

    @Test
    void theRealDriverReachesAServerOfTheProjectOverTls() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(MySqlGreeter.withTls(
                authority.server(LoopbackServer.HOST),
                "caching_sha2_password",
                MySqlGreeter.error(1045, "The greeter heard a login")))) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connection(LoopbackServer.HOST, server.port())
                            .connect()
                            .close())
                    .withMessage("The greeter heard a login");
        }
    }

    @Test
    void theRealDriverRefusesAServerOfAnotherAuthority() throws Exception {
        TestAuthority other = new TestAuthority("Other CA");
        try (LoopbackServer server = LoopbackServer.start(
                MySqlGreeter.withTls(other.server(LoopbackServer.HOST), "caching_sha2_password"))) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connection(LoopbackServer.HOST, server.port())
                            .connect()
                            .close())
                    .havingRootCause()
                    .withMessageContaining("path");
        }
    }

    @Test
    void theRealDriverRefusesAServerOfAnotherName() throws Exception {
        try (LoopbackServer server =
                LoopbackServer.start(MySqlGreeter.withTls(authority.server("other.test"), "caching_sha2_password"))) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connection(LoopbackServer.HOST, server.port())
                            .connect()
                            .close())
                    .havingRootCause()
                    .withMessageContaining("localhost");
        }
    }

    @Test
    void aTornUrlIsExplained() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(
                MySqlGreeter.withTls(authority.server(LoopbackServer.HOST), "caching_sha2_password"))) {
            String url = connection(LoopbackServer.HOST, server.port())
                    .jdbcUrl()
                    .replaceAll("aivenProjectCa=.*", "aivenProjectCa=AAAA");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(url, connection.jdbcProperties())
                            .close())
                    .havingCause()
                    .havingCause()
                    .withMessage("The JDBC URL holds no certificate in 'aivenProjectCa'. Take the whole URL from"
                            + " MySqlConnection.jdbcUrl().");
        }
    }

    @Test
    void userAndPasswordAreNotInTheJdbcUrlButInTheProperties() {
        assertThat(connection.jdbcUrl()).doesNotContain(CANARY, "avnadmin");
        assertThat(connection.jdbcProperties()).isEqualTo(Map.of("user", "avnadmin", "password", CANARY));
    }

    @Test
    void oddNamesAndPasswordsAreEncoded() {
        MySqlConnection odd =
                connection.withUser("jane doe", Secret.of("p@ss:w/rd?#+ %")).withDatabase("a b/c");

        assertThat(odd.jdbcUrl()).startsWith("jdbc:mysql://mysql-shop.aivencloud.com:12691/a%20b%2Fc?");
        assertThat(odd.uri())
                .isEqualTo("mysql://jane%20doe:p%40ss%3Aw%2Frd%3F%23%2B%20%25@mysql-shop.aivencloud.com:12691/a%20b%2Fc"
                        + "?ssl-mode=REQUIRED");
    }

    @Test
    void anotherDatabaseOrUserChangesNothingElse() {
        assertThat(connection.withDatabase("orders"))
                .isEqualTo(new MySqlConnection(
                        "mysql-shop.aivencloud.com", 12691, "orders", "avnadmin", Secret.of(CANARY), ca));
        assertThat(connection.withUser("app", Secret.of("other")))
                .isEqualTo(new MySqlConnection(
                        "mysql-shop.aivencloud.com", 12691, "defaultdb", "app", Secret.of("other"), ca));
    }

    @Test
    void theTextHasNoPassword() {
        assertThat(connection).hasToString("MySqlConnection[avnadmin@mysql-shop.aivencloud.com:12691/defaultdb]");
    }

    private MySqlConnection connection(String host, int port) {
        return new MySqlConnection(host, port, "defaultdb", "avnadmin", Secret.of(CANARY), ca);
    }
}

package io.github.aivenjunit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.ServiceUserCreate;
import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.connection.PostgresConnection;
import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.EphemeralProject;
import io.github.aivenjunit.project.PostgresService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** A PostgreSQL handle is what a JDBC driver needs. */
class PostgresPlatformTests {

    @Test
    void aHandleIsUsableWithTheRealDriver() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.succeeds(5, UsingTestCase.class);
        }
    }

    @AivenProject
    @AivenPostgres(
            name = "orders",
            databases = {"orders", "billing"})
    static class UsingTestCase {

        @Test
        void insertsAndSelects(PostgresService orders) throws SQLException {
            try (Connection connection = orders.connect("orders");
                    Statement statement = connection.createStatement()) {
                statement.execute("create table item(id int primary key, name text)");
                statement.execute("insert into item values (1, 'bolt')");
                try (ResultSet result = statement.executeQuery("select name from item")) {
                    assertThat(result.next()).isTrue();
                    assertThat(result.getString(1)).isEqualTo("bolt");
                }
            }
        }

        @Test
        void theDeclaredDatabasesExist(PostgresService orders) throws SQLException {
            assertThat(orders.databases()).contains("defaultdb", "orders", "billing");
            orders.connect().close();
            orders.connect("billing").close();
        }

        @Test
        void theUrlAloneWorksWithUserAndPassword(PostgresService orders) throws SQLException {
            Map<String, String> properties = orders.asProperties("orders");

            DriverManager.getConnection(
                            properties.get("orders.jdbcUrl"),
                            properties.get("orders.user"),
                            properties.get("orders.password"))
                    .close();
            assertThat(orders.jdbcUrl()).doesNotContain(orders.password());
            assertThat(orders.toString()).isEqualTo("PostgresService[orders, pg startup-4]");
        }

        @Test
        void theCertificateIsTheProjects(EphemeralProject project, PostgresService orders) throws SQLException {
            assertThat(orders.ca()).isSameAs(project.ca());
            Properties plain = orders.jdbcProperties();
            plain.setProperty("sslmode", "disable");

            assertThatThrownBy(() -> DriverManager.getConnection(
                                    "jdbc:postgresql://" + orders.host() + ":" + orders.port() + "/defaultdb", plain)
                            .close())
                    .isInstanceOf(PSQLException.class);
        }

        @Test
        void anotherUserCanLogIn(EphemeralProject project, PostgresService orders) throws SQLException {
            Secret password = project.client()
                    .serviceUsers()
                    .create(project.name(), orders.serviceName(), ServiceUserCreate.of("reader"))
                    .password()
                    .orElseThrow();

            PostgresConnection asReader = orders.database().withUser("reader", password);
            try (Connection connection = asReader.connect()) {
                assertThat(connection.getMetaData().getUserName()).isEqualTo("reader");
            }
        }
    }

    @Test
    void anotherProjectsAuthorityIsNotTrusted() {
        try (ExtensionRun run = ExtensionRun.onEmulator()) {
            run.emulator().createProject("stranger", Map.of());

            assertThat(ExtensionRun.failures(run.run(WrongAuthorityTestCase.class)))
                    .isEmpty();
        }
    }

    @AivenProject
    @AivenPostgres
    static class WrongAuthorityTestCase {
        @Test
        void refuses(EphemeralProject project, PostgresService postgres) {
            CaCertificate stranger =
                    CaCertificate.of(project.client().projects().caCertificate("stranger"));
            PostgresConnection connection = postgres.database();
            PostgresConnection wrong = new PostgresConnection(
                    connection.host(),
                    connection.port(),
                    connection.database(),
                    connection.user(),
                    connection.password(),
                    stranger);

            assertThatThrownBy(wrong::connect).isInstanceOf(SQLException.class).hasMessageContaining("SSL error");
        }
    }
}

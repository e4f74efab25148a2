package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.PostgresService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The PostgreSQL JDBC driver with nothing but URL, user and password: certificate and host name are checked. */
@AivenProject
@AivenPostgres
class VerifiedConnectionTest {

    @Test
    void connectsWithVerifyFull(PostgresService postgres) throws SQLException {
        assertThat(postgres.jdbcUrl()).contains("sslmode=verify-full");

        try (Connection connection =
                        DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getBoolean("ssl")).isTrue();
        }
    }
}

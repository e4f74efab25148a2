package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.PostgresService;
import io.github.aivenjunit.spec.Isolation;
import io.github.aivenjunit.spec.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Every class that declares the same uses this project; each has databases of its own in it. */
@AivenProject(scope = Scope.RUN, isolation = Isolation.PER_CLASS)
@AivenPostgres(databases = "orders")
class SharedPlatformTest {

    @Test
    void hasItsOwnDatabase(PostgresService postgres) throws SQLException {
        try (Connection connection = postgres.connect("orders");
                Statement statement = connection.createStatement()) {
            statement.execute("create table item(name text)");
            assertThat(connection.getCatalog()).isEqualTo(postgres.prefix() + "orders");
        }
    }
}

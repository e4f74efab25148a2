package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.jupiter.AivenPostgres;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.PostgresService;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@AivenProject
@AivenPostgres(databases = "orders")
class OrderTest {

    @Test
    void storesAnOrder(PostgresService postgres) throws SQLException {
        try (Connection connection = postgres.connect("orders");
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders(id int primary key, item text)");
            statement.execute("insert into orders values (1, 'bolt')");

            try (ResultSet result = statement.executeQuery("select item from orders where id = 1")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString("item")).isEqualTo("bolt");
            }
        }
    }
}

package com.example.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.jupiter.AivenMySql;
import io.github.aivenjunit.jupiter.AivenProject;
import io.github.aivenjunit.project.MySqlService;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** MySQL with its ordinary driver. */
@AivenProject
@AivenMySql(databases = "orders")
class DatabaseOfRecordTest {

    @Test
    void storesAnOrder(MySqlService mysql) throws SQLException {
        try (Connection connection = mysql.connect("orders");
                Statement statement = connection.createStatement()) {
            statement.execute("create table orders(id int primary key, item varchar(40))");
            try (PreparedStatement insert = connection.prepareStatement("insert into orders values (1, ?)")) {
                insert.setString(1, "bolt");
                insert.executeUpdate();
            }

            try (ResultSet result = statement.executeQuery("select item from orders where id = 1")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString("item")).isEqualTo("bolt");
            }
        }
    }

    @Test
    void makesAUserInPlace(MySqlService mysql) throws SQLException {
        ServiceUser clerk = mysql.createUser("clerk");

        mysql.database("orders")
                .withUser(clerk.username(), clerk.password().orElseThrow())
                .connect()
                .close();
    }
}

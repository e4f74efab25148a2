package io.github.aivenjunit.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTests {

    private static final String SERVICE = "/v1/project/orders/service";

    @Test
    void aKilledEmulatorGoesOnWithItsData(@TempDir Path state) throws Exception {
        String token;
        List<ProcessHandle> killed;
        try (StartedProcess emulator = StartedProcess.withState(state)) {
            token = emulator.token();
            emulator.send("POST", "/v1/project", "{\"project\":\"orders\"}");
            emulator.send("POST", SERVICE, "{\"service_name\":\"db\",\"service_type\":\"pg\",\"plan\":\"startup-4\"}");
            try (Connection connection = connect(emulator.running(SERVICE + "/db"));
                    Statement statement = connection.createStatement()) {
                statement.execute("create table bolts(id int)");
                statement.execute("insert into bolts values (42)");
            }
            killed = emulator.servers();
            emulator.kill();
            emulator.awaitEnd(killed);
        }
        assertThat(killed).isNotEmpty();

        try (StartedProcess emulator = StartedProcess.withState(state)) {
            assertThat(emulator.token()).isEqualTo(token);
            try (Connection connection = connect(emulator.running(SERVICE + "/db"));
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select id from bolts")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getInt("id")).isEqualTo(42);
            }
            List<ProcessHandle> servers = emulator.servers();
            assertThat(servers).isNotEmpty();
            emulator.terminate();
            emulator.awaitEnd(servers);
        }
    }

    private static Connection connect(JsonNode service) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://" + service.path("host").asText() + ":"
                        + service.path("port").asText() + "/"
                        + service.path("dbname").asText() + "?sslmode=require",
                service.path("user").asText(),
                service.path("password").asText());
    }
}

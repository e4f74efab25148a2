package io.github.aivenjunit.engine.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ClickHouseLifeTests {

    private static final String VERSION = "ClickHouse server version 24.8.4.13 (official build).";

    @RegisterExtension
    final ClickHouseServers servers = new ClickHouseServers();

    @TempDir
    Path programs;

    /** The script starts a JVM that listens as the configuration says; unlike a server it inherits that TERM is ignored. */
    @BeforeEach
    void install() throws IOException {
        FakeProgram.write(
                programs.resolve("clickhouse"),
                VERSION,
                "exec env --default-signal=TERM '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -cp '"
                        + System.getProperty("java.class.path") + "' " + FakeServerMain.class.getName() + " \"$1\"");
    }

    @Test
    void theAdminIsMadeOnceAndAPowerCycleKeepsTheAddresses() throws Exception {
        DatabaseServer server = servers.create(programs.toString());
        List<EngineEndpoint> endpoints = server.endpoints();
        assertThat(endpoints).extracting(EngineEndpoint::component).containsExactly("clickhouse", "clickhouse_https");

        server.powerOn();
        server.powerOn();
        server.powerOff();
        server.powerOff();
        assertThat(servers.processes()).noneMatch(line -> line.contains("config.xml"));
        server.powerOn();

        assertThat(server.endpoints()).isEqualTo(endpoints);
        assertThat(statements())
                .filteredOn(line -> !line.equals("_aiven: SELECT 1"))
                .containsExactly(
                        "_aiven: CREATE USER `avnadmin` IDENTIFIED WITH sha256_hash BY '" + sha256("AVNS_first") + "'",
                        "_aiven: GRANT CURRENT GRANTS ON *.* TO `avnadmin` WITH GRANT OPTION");
    }

    @Test
    void usersAndDatabasesAreMadeByStatementsWithoutPasswords() throws Exception {
        DatabaseServer server = servers.create(programs.toString());
        server.powerOn();
        int before = statements().size();

        assertThat(server.databases()).containsExactly("default", "orders");
        server.createDatabase("a`b\\c");
        server.dropDatabase("orders");
        server.createUser(new Credentials("reader", "AVNS_reader"));
        server.changePassword(new Credentials("reader", "AVNS_other"));
        server.dropUser("reader");

        assertThat(statements().subList(before, before + 6))
                .containsExactly(
                        "_aiven: SELECT name FROM system.databases WHERE name NOT IN ('system', 'information_schema',"
                                + " 'INFORMATION_SCHEMA') ORDER BY name FORMAT TSVRaw",
                        "_aiven: CREATE DATABASE `a\\`b\\\\c`",
                        "_aiven: DROP DATABASE `orders` SYNC",
                        "_aiven: CREATE USER `reader` IDENTIFIED WITH sha256_hash BY '" + sha256("AVNS_reader") + "'",
                        "_aiven: ALTER USER `reader` IDENTIFIED WITH sha256_hash BY '" + sha256("AVNS_other") + "'",
                        "_aiven: DROP USER `reader`");
    }

    @Test
    void theConfigurationOpensTlsOnlyAndIsClosedToOtherUsersOfTheMachine() throws Exception {
        DatabaseServer server = servers.create(programs.toString());
        server.powerOn();

        Path directory = servers.directory();
        String configuration = Files.readString(directory.resolve("config.xml"));
        assertThat(configuration)
                .contains(
                        "<tcp_port_secure>" + server.endpoints().get(0).port() + "<",
                        "<https_port>" + server.endpoints().get(1).port() + "<",
                        "<path>" + directory + "/data/<")
                .doesNotContain("<http_port>", "<tcp_port>", "AVNS_");
        assertThat(Files.readString(directory.resolve("users.xml")))
                .containsPattern(Pattern.compile("<_aiven>\\s+<password_sha256_hex>[0-9a-f]{64}<"))
                .doesNotContain("AVNS_");
        for (String file : List.of("config.xml", "users.xml")) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(directory.resolve(file).toFile());
        }
        for (String file : List.of("config.xml", "users.xml", "server.key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(servers.processes()).isNotEmpty().noneMatch(line -> line.contains("AVNS_"));
        assertThat(server.toString()).isEqualTo("ClickHouseInstance[project/events]");
    }

    @Test
    void errorsOfTheServerArePassedOn() throws Exception {
        DatabaseServer server = servers.create(programs.toString());
        assertThatThrownBy(server::databases)
                .isInstanceOf(IOException.class)
                .hasMessage("Service events is not running. Power it on first.");
        server.powerOn();

        assertThatThrownBy(() -> server.createDatabase("refused"))
                .isInstanceOf(IOException.class)
                .hasMessage("Code: 82. DB::Exception: Database refused already exists.");
    }

    @Test
    void aServerThatEndsFailsTheStartWithTheEndOfItsLogAndLeavesNothing() throws Exception {
        FakeProgram.write(programs.resolve("clickhouse"), VERSION, "echo 'Address already in use'; exit 210");
        DatabaseServer server = servers.create(programs.toString());

        assertThatThrownBy(server::powerOn)
                .isInstanceOf(IOException.class)
                .hasMessage("ClickHouse 24.8.4.13 of service events ended with status 210 while starting."
                        + " See the end of its log." + System.lineSeparator() + "Address already in use");
        assertThat(servers.data()).isEmptyDirectory();
    }

    private List<String> statements() throws IOException {
        return Files.readAllLines(servers.directory().resolve("data/statements"));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}

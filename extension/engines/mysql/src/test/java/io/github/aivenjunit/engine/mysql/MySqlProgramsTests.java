package io.github.aivenjunit.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class MySqlProgramsTests {

    private static final String MYSQL = "mysqld  Ver 8.4.3 for Linux on x86_64 (MySQL Community Server - GPL)";

    @RegisterExtension
    final MySqlServers servers = new MySqlServers();

    @TempDir
    Path first;

    @TempDir
    Path second;

    /** For what scripts make: they are others in each run. */
    @TempDir
    Path cache;

    @Test
    void theEngineIsFoundAsAService() {
        assertThat(ServiceLoader.load(ServiceEngine.class))
                .hasOnlyElementsOfType(MySqlEngine.class)
                .singleElement()
                .extracting(ServiceEngine::serviceType)
                .isEqualTo("mysql");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /usr/sbin/mysqld  Ver 8.0.36-0ubuntu0.22.04.1 for Linux on x86_64 ((Ubuntu))            | MySQL 8.0.36
            mysqld  Ver 8.4.3 for Linux on x86_64 (MySQL Community Server - GPL)                    | MySQL 8.4.3
            mysqld  Ver 10.0.1 for Linux on aarch64 (MySQL Community Server - GPL)                  | MySQL 10.0.1
            mysqld  Ver 5.7.44 for Linux on x86_64 (MySQL Community Server (GPL))                   | MariaDB 11.4.5 (bundled, in place of MySQL)
            mysqld  Ver 10.11.6-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12)        | MariaDB 11.4.5 (bundled, in place of MySQL)
            something else                                                                          | MariaDB 11.4.5 (bundled, in place of MySQL)
            """)
    void aProgramOnThePathIsChosenWhenItIsMySqlAndNewEnough(String version, String chosen) throws Exception {
        FakeProgram.in(first).version(version);

        assertThat(describe()).isEqualTo(chosen);
    }

    @Test
    void aMariaDbOnThePathIsPassedOverForAMySql() throws Exception {
        FakeProgram.in(first).version("mysqld  Ver 10.11.6-MariaDB for Linux on x86_64");
        FakeProgram.in(second).version(MYSQL);
        assertThat(describe()).isEqualTo("MySQL 8.4.3");
    }

    @Test
    void aMySqlOnThePathMakesItsOwnDataDirectoryAndServes() throws Exception {
        Path home = bundled();
        String mariaDb =
                "'" + home + "/mariadbd' \"$1\" --basedir='" + home + "' --lc-messages-dir='" + home + "/share'";
        FakeProgram.in(first)
                .version(MYSQL)
                .initializing("mkdir \"$data\"; { echo 'CREATE DATABASE mysql;'; echo 'USE mysql;'; cat '" + home
                        + "/share/mariadb_system_tables.sql' '" + home + "/share/mariadb_system_tables_data.sql'; } | "
                        + mariaDb + " --bootstrap")
                .running("echo chosen >'" + first + "/mark'; exec " + mariaDb);
        List<String> warnings = warningsWhile(() -> {
            DatabaseServer server = servers.create(servers.engine(path(), cache), Map.of());
            server.powerOn();
            assertThat(servers.query(server, "SELECT 1")).containsExactly("1");
            server.powerOff();
            server.powerOn();
            assertThat(server.databases()).containsExactly("defaultdb");
        });

        assertThat(warnings).isEmpty();
        assertThat(first.resolve("mark")).hasContent("chosen");
    }

    @Test
    void aServiceOnTheStandInSaysSo() throws Exception {
        List<String> warnings = warningsWhile(() -> servers.create(servers.engine(""), Map.of()));

        assertThat(warnings)
                .containsExactly(
                        "Service orders runs on MariaDB 11.4.5, not on MySQL: logins use mysql_native_password,"
                                + " JSON is a text type, optimizer, system tables and error texts differ. Put mysqld of MySQL"
                                + " 8.0 or newer on the PATH to test against MySQL.");
    }

    @ParameterizedTest
    @CsvSource({"8", "8.4"})
    void everyVersionOfAivenIsTaken(String version) {
        assertThat(servers.engine("").objection(Map.of("mysql_version", version)))
                .isEmpty();
    }

    @Test
    void anUnknownVersionIsAnObjection() {
        assertRefused(
                Map.of("mysql_version", "5.7"),
                "mysql_version \"5.7\" is not known; use one of 8, 8.4, or leave it out.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sql_mode                 | ansi      | names of SQL modes with commas between them
            sql_require_primary_key  | yes       | true or false
            default_time_zone        | 3         | an offset such as +03:00, or SYSTEM
            group_concat_max_len     | -1        | a number of bytes
            innodb_ft_min_token_size | 1000      | a whole number from 0 to 16
            wait_timeout             | never     | a whole number of seconds
            """)
    void aSettingThatNoServerTakesIsAnObjection(String name, String value, String description) {
        assertRefused(
                Map.of("mysql", Map.of(name, value)),
                "user_config.mysql." + name + " cannot be \"" + value + "\"; give " + description
                        + ", or leave it out.");
    }

    private void assertRefused(Map<String, Object> userConfig, String objection) {
        MySqlEngine engine = servers.engine("");
        assertThat(engine.objection(userConfig)).hasValue(objection);
        EngineRequest request = new EngineRequest(
                "project", "orders", "hobbyist", userConfig, MySqlServers.ADMIN, new TestCertificates().forLocalhost());
        assertThatThrownBy(() -> engine.create(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(objection);
    }

    private String describe() {
        return servers.engine(path()).describe(Map.of());
    }

    private String path() {
        return first + ":" + second;
    }

    private Path bundled() throws Exception {
        servers.engine("").describe(Map.of());
        try (Stream<Path> files = Files.walk(TestPlaces.sharedCache(), 2)) {
            return files.filter(file -> file.endsWith("mariadbd"))
                    .findFirst()
                    .orElseThrow()
                    .resolveSibling("")
                    .toAbsolutePath();
        }
    }

    private static List<String> warningsWhile(Act act) throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("io.github.aivenjunit");
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        events.start();
        logger.addAppender(events);
        try {
            act.run();
        } finally {
            logger.detachAppender(events);
        }
        return events.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @FunctionalInterface
    private interface Act {

        void run() throws Exception;
    }
}

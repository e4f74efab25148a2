package io.github.aivenjunit.engine.mysql.internal;

import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.NativeServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A data directory with the server's own tables, made once per machine and program. A new service copies it, which is
 * far faster than making it. Thread-safe.
 */
public final class DataTemplate {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What MariaDB's own script for this feeds to the server, in its order, without the texts for HELP. */
    private static final List<String> MARIADB_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "mariadb_sys_schema.sql");

    private static final String MARIADB_HEAD = "CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n";
    /** A root user without a password must not be within reach of TCP. */
    private static final String MARIADB_END = """
            DELETE FROM mysql.global_priv WHERE User = 'root' AND Host <> 'localhost';
            DELETE FROM mysql.proxies_priv;
            """;

    private final NativeHost host;

    /** Makes templates in that machine's cache. */
    public DataTemplate(NativeHost host) {
        this.host = host;
    }

    /** The data directory to copy. */
    Path directory(ServerProgram program) throws IOException, InterruptedException {
        CRC32 recipe = new CRC32();
        recipe.update((MARIADB_TABLES + MARIADB_HEAD + MARIADB_END + ServerFiles.engineLines(program))
                .getBytes(StandardCharsets.UTF_8));
        String key = "%s-data-%08x".formatted(program.key(), recipe.getValue());
        return host.cached(key, directory -> make(program, directory)).resolve("data");
    }

    private void make(ServerProgram program, Path directory) throws IOException, InterruptedException {
        try (NativeServer workshop = host.newServer("mysqlinit", "KILL")) {
            ServerFiles.writeWorkshop(workshop, program);
            List<String> command = new ArrayList<>();
            if (program.home().isPresent()) {
                // The directory must be there before the server changes into it; MySQL makes its own.
                Files.createDirectory(ServerFiles.data(workshop));
                Path tables = workshop.write(
                        "tables.sql", mariaDbTables(program.home().get()));
                command.addAll(List.of("/bin/sh", "-c", "exec \"$@\" <\"$0\"", tables.toString()));
            }
            command.add(program.file().toString());
            command.add("--defaults-file=" + ServerFiles.configuration(workshop));
            command.add(program.isStandIn() ? "--bootstrap" : "--initialize-insecure");
            workshop.run(command, PATIENCE);
            NativeServer.copyTree(ServerFiles.data(workshop), directory.resolve("data"));
        }
    }

    private static String mariaDbTables(Path home) throws IOException {
        StringBuilder sql = new StringBuilder(MARIADB_HEAD);
        for (String file : MARIADB_TABLES) {
            sql.append(Files.readString(home.resolve("share").resolve(file))).append('\n');
        }
        return sql.append(MARIADB_END).toString();
    }
}

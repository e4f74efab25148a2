package io.github.aivenjunit.engine.postgres.internal;

import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.NativeServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A data directory with everything that all services have in common, made once per machine and version. A new service
 * copies it, which is ten times faster than initdb. Thread-safe.
 */
public final class DataTemplate {

    static final String SUPERUSER = "postgres";
    static final String OWN_DATABASE = "_aiven";
    static final String ADMIN = "avnadmin";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** No statement ends in a semicolon: single-user mode takes a line as a statement. */
    private static final List<String> CONTENT = List.of(
            "ALTER DATABASE postgres RENAME TO " + OWN_DATABASE,
            "REVOKE CONNECT ON DATABASE " + OWN_DATABASE + " FROM PUBLIC",
            "CREATE ROLE " + ADMIN + " LOGIN CREATEDB CREATEROLE REPLICATION",
            "CREATE DATABASE defaultdb OWNER " + ADMIN);

    private static final String ACCESS = """
            local   all          %1$s            trust
            local   all          all             scram-sha-256
            hostssl all          %1$s  all       reject
            hostssl all          all   all       scram-sha-256
            hostssl replication  all   all       scram-sha-256
            """.formatted(SUPERUSER);

    /*
     * Nothing here survives the machine, so nothing is forced to its disk. Dynamic shared memory lies in the data
     * directory because only that is removed after a kill. Statements stay out of the log: they may hold passwords.
     * Autovacuum, which wakes once a minute, and the launcher of subscriptions would be a process each.
     */
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_permissions = 0700
            ssl = on
            ssl_cert_file = 'server.crt'
            ssl_key_file = 'server.key'
            password_encryption = 'scram-sha-256'
            max_connections = 100
            shared_buffers = 16MB
            dynamic_shared_memory_type = mmap
            fsync = off
            full_page_writes = off
            wal_level = logical
            max_wal_senders = 10
            max_replication_slots = 10
            max_logical_replication_workers = 0
            min_wal_size = 2MB
            max_wal_size = 256MB
            autovacuum = off
            shared_preload_libraries = 'pg_stat_statements'
            log_min_error_statement = panic
            log_checkpoints = off
            log_timezone = 'UTC'
            timezone = 'UTC'
            datestyle = 'iso, mdy'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.english'
            """;

    private final NativeHost host;

    /** Makes templates in that machine's cache. */
    public DataTemplate(NativeHost host) {
        this.host = host;
    }

    /** The data directory to copy. */
    Path directory(Distribution distribution) throws IOException, InterruptedException {
        int major = distribution.version().major();
        CRC32 recipe = new CRC32();
        recipe.update((CONTENT + ACCESS + settings(major) + locales(major)).getBytes(StandardCharsets.UTF_8));
        String key = "postgres-%s-data-%08x".formatted(distribution.key(), recipe.getValue());
        Path home = distribution.home(host);
        return host.cached(key, directory -> make(home, major, directory)).resolve("data");
    }

    private void make(Path home, int major, Path directory) throws IOException, InterruptedException {
        try (NativeServer workshop = host.newServer("initdb", "KILL")) {
            Path data = workshop.directory().resolve("data");
            initialize(workshop, home, major, data);
            Path content = workshop.write("content.sql", String.join("\n", CONTENT) + "\n");
            workshop.run(
                    List.of(
                            "/bin/sh",
                            "-c",
                            "exec \"$@\" <\"$0\"",
                            content.toString(),
                            home.resolve("bin/postgres").toString(),
                            "--single",
                            "-D",
                            data.toString(),
                            "-c",
                            "fsync=off",
                            "-c",
                            "exit_on_error=on",
                            "template1"),
                    PATIENCE);
            workshop.write("data/postgresql.conf", settings(major));
            workshop.write("data/pg_hba.conf", ACCESS);
            NativeServer.copyTree(data, directory.resolve("data"));
        }
    }

    private static void initialize(NativeServer workshop, Path home, int major, Path data)
            throws IOException, InterruptedException {
        IOException last = new IOException("no locale was tried");
        for (List<String> locale : locales(major)) {
            List<String> command = new ArrayList<>(List.of(
                    home.resolve("bin/initdb").toString(),
                    "--pgdata=" + data,
                    "--username=" + SUPERUSER,
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--wal-segsize=1",
                    "--no-sync",
                    "--no-instructions"));
            command.addAll(locale);
            try {
                workshop.run(command, PATIENCE);
                return;
            } catch (IOException failure) {
                failure.addSuppressed(last);
                last = failure;
            }
        }
        throw last;
    }

    /**
     * The nearest to Aiven's {@code en_US.UTF-8} first; which locales exist differs between machines. ICU comes with the
     * binaries and sorts the same everywhere, but PostgreSQL 14 cannot use it for a whole database.
     */
    private static List<List<String>> locales(int major) {
        List<List<String>> locales = new ArrayList<>();
        for (String locale : List.of("en_US.UTF-8", "C.UTF-8", "C")) {
            locales.add(
                    major < 15
                            ? List.of("--locale=" + locale)
                            : List.of(
                                    "--locale=C",
                                    "--lc-ctype=" + locale,
                                    "--locale-provider=icu",
                                    "--icu-locale=en-US"));
        }
        return locales;
    }

    private static String settings(int major) {
        // From 18 on reading is given to three more processes unless told otherwise.
        return major < 18 ? SETTINGS : SETTINGS + "io_method = sync\n";
    }
}

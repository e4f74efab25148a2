package io.github.aivenjunit.engine.mysql.internal;

import io.github.aivenjunit.emulator.engine.EngineRequest;
import io.github.aivenjunit.emulator.engine.NativeServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files in a server's directory besides its data: configuration and certificate. */
final class ServerFiles {

    /*
     * Nothing here survives the machine, so nothing is forced to its disk; a commit still leaves the process at once. The
     * root user has no password and only the private socket leads to it, which holds as long as addresses have no names.
     */
    private static final List<String> BOTH = List.of(
            "skip_name_resolve",
            "skip_log_bin",
            "local_infile=OFF",
            "character_set_server=utf8mb4",
            "collation_server=utf8mb4_0900_ai_ci",
            "innodb_flush_log_at_trx_commit=2",
            "innodb_doublewrite=OFF",
            "innodb_autoextend_increment=1",
            "innodb_temp_data_file_path=ibtmp1:1M:autoextend",
            "innodb_buffer_pool_size=32M",
            "innodb_log_buffer_size=2M",
            "innodb_buffer_pool_dump_at_shutdown=OFF",
            "innodb_buffer_pool_load_at_startup=OFF");

    /** TLS is the only way in, so that neither keys for plain connections nor certificates of its own are of use. */
    private static final List<String> MYSQL = List.of(
            "loose_mysqlx=OFF",
            "loose_auto_generate_certs=OFF",
            "loose_caching_sha2_password_auto_generate_rsa_keys=OFF",
            "loose_sha256_password_auto_generate_rsa_keys=OFF",
            "loose_innodb_redo_log_capacity=8M");

    private static final List<String> MARIADB = List.of(
            "innodb_undo_tablespaces=0",
            "innodb_data_file_path=ibdata1:4M:autoextend",
            "innodb_log_file_size=4M",
            "key_buffer_size=1M",
            "aria_pagecache_buffer_size=1M",
            "aria_log_file_size=8M");

    private ServerFiles() {}

    static Path configuration(NativeServer server) {
        return server.directory().resolve("my.cnf");
    }

    static Path data(NativeServer server) {
        return server.directory().resolve("data");
    }

    static Path socket(NativeServer server) {
        return server.directory().resolve("mysql.sock");
    }

    /** What decides over the content of a new data directory. */
    static List<String> engineLines(ServerProgram program) {
        List<String> lines = new ArrayList<>(BOTH);
        lines.addAll(program.isStandIn() ? MARIADB : MYSQL);
        return lines;
    }

    /** For a server that makes a data directory and serves nobody. */
    static void writeWorkshop(NativeServer server, ServerProgram program) throws IOException {
        write(server, program, List.of());
    }

    static void write(NativeServer server, ServerProgram program, EngineRequest request, int port) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "bind_address=127.0.0.1",
                "port=" + port,
                "require_secure_transport=ON",
                "ssl_cert=" + quoted(server.write("server.crt", request.tls().certificatePem())),
                "ssl_key=" + quoted(server.write("server.key", request.tls().privateKeyPem())),
                "ssl_ca=" + quoted(server.write("ca.pem", request.tls().caPem()))));
        lines.addAll(MySqlSettings.lines(request.userConfig()));
        write(server, program, lines);
    }

    private static void write(NativeServer server, ServerProgram program, List<String> more) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "[mysqld]",
                "datadir=" + quoted(data(server)),
                "tmpdir=" + quoted(server.directory()),
                "socket=" + quoted(socket(server)),
                "pid_file=" + quoted(server.directory().resolve("mysqld.pid"))));
        program.home().ifPresent(home -> {
            lines.add("basedir=" + quoted(home));
            lines.add("lc_messages_dir=" + quoted(home.resolve("share")));
        });
        lines.addAll(engineLines(program));
        lines.addAll(more);
        server.write(configuration(server).getFileName().toString(), String.join("\n", lines) + "\n");
    }

    private static String quoted(Path path) {
        return "\"" + path.toString().replace("\\", "\\\\") + "\"";
    }
}

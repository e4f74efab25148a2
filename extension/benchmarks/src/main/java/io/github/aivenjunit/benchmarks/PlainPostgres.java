package io.github.aivenjunit.benchmarks;

import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.NativeServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL as libraries that embed it start it: initdb each time, then the server, without TLS and without passwords,
 * until a query is answered through JDBC.
 */
final class PlainPostgres {

    static final String INITDB = ": initdb";
    static final String ANSWERS = ": answers";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration POLL = Duration.ofMillis(3);

    private final NativeHost host;
    private final Path programs;

    /** Uses the programs that the engine has unpacked into its cache. */
    PlainPostgres(Path cache, Path dataDirectory) throws IOException {
        this.host = new NativeHost(dataDirectory, cache);
        try (Stream<Path> files = Files.find(cache, 3, (path, attributes) -> path.endsWith("bin/initdb"))) {
            this.programs = files.findFirst()
                    .map(Path::getParent)
                    .orElseThrow(() -> new IOException("No initdb in " + cache + ". Run the engine first."));
        }
    }

    void round(String name) throws Exception {
        try (NativeServer server = host.newServer("plain", "QUIT")) {
            Stopwatch watch = new Stopwatch();
            String data = server.directory().resolve("data").toString();
            server.run(
                    List.of(program("initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF-8"), PATIENCE);
            Sample.send(name + INITDB, watch.taken());
            int port = freePort();
            server.start(List.of(
                    program("postgres"),
                    "-D",
                    data,
                    "-k",
                    server.directory().toString(),
                    "-p",
                    Integer.toString(port),
                    "-F",
                    "-c",
                    "listen_addresses=127.0.0.1"));
            awaitAnswer(server, port);
            Sample.send(name + ANSWERS, watch.taken());
        }
    }

    private static void awaitAnswer(NativeServer server, int port) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(port)) {
            if (server.awaitExit(POLL).isPresent() || System.nanoTime() > deadline) {
                throw new IOException("PostgreSQL did not start. See the end of its log." + server.logTail());
            }
        }
    }

    private static boolean answers(int port) {
        try (Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "")) {
            return connection.createStatement().executeQuery("select 1").next();
        } catch (SQLException starting) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String program(String name) {
        return programs.resolve(name).toString();
    }
}

package io.github.aivenjunit.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.DatabaseServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MySqlLifeTests {

    @RegisterExtension
    final MySqlServers servers = new MySqlServers();

    @TempDir
    Path programs;

    @TempDir
    Path cache;

    @Test
    void aPowerCycleKeepsDataAndAddress() throws Exception {
        DatabaseServer server = servers.start();
        servers.query(server, "CREATE TABLE t (v char(6) PRIMARY KEY) AS SELECT 'stored' AS v");
        int port = MySqlServers.port(server);

        server.powerOff();
        assertThat(servers.processes()).noneMatch(line -> line.contains("mariadbd"));
        assertThatThrownBy(() -> servers.connect(server)).hasStackTraceContaining("refused");
        server.powerOn();

        assertThat(MySqlServers.port(server)).isEqualTo(port);
        assertThat(servers.query(server, "SELECT v FROM t")).containsExactly("stored");
    }

    @Test
    void everyCallMayBeRepeated() throws Exception {
        DatabaseServer server = servers.create();

        server.powerOff();
        server.powerOn();
        server.powerOn();
        server.powerOff();
        server.powerOff();
        server.close();
        server.close();

        assertThatThrownBy(server::powerOn)
                .isInstanceOf(IOException.class)
                .hasMessage("Service orders was deleted. Create it again.");
    }

    @Test
    void aServerThatCrashedIsStartedAgainWithItsData() throws Exception {
        DatabaseServer server = servers.start();
        servers.query(server, "CREATE TABLE t (v char(6) PRIMARY KEY) AS SELECT 'stored' AS v");
        ProcessHandle process = servers.process();
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);

        server.powerOn();

        assertThat(servers.query(server, "SELECT v FROM t")).containsExactly("stored");
    }

    @Test
    void serversRunSideBySide() throws Exception {
        MySqlEngine engine = servers.engine();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<DatabaseServer>> starting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starting.add(threads.submit(() -> {
                    DatabaseServer server = servers.create(engine, Map.of());
                    server.powerOn();
                    return server;
                }));
            }
            List<String> ports = new ArrayList<>();
            for (Future<DatabaseServer> server : starting) {
                ports.addAll(servers.query(server.get(), "SELECT @@port"));
            }
            assertThat(ports).hasSize(4).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aTakenPortFailsTheStartWithTheEndOfTheLogAndLeavesNothing() throws Exception {
        DatabaseServer server = servers.create();
        try (ServerSocket thief = new ServerSocket()) {
            thief.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), MySqlServers.port(server)));

            assertThatThrownBy(server::powerOn)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(
                            "MariaDB 11.4.5 (bundled, in place of MySQL) of service orders ended with status 1 while starting. See the end of its log."
                                    + System.lineSeparator())
                    .hasMessageContaining("Bind on TCP/IP port. Got error: 98: Address already in use")
                    .hasMessageEndingWith("[ERROR] Aborting");
        }
        assertThat(servers.data()).isEmptyDirectory();
        assertThat(servers.processes()).isEmpty();

        server.powerOn();
        assertThat(server.databases()).containsExactly("defaultdb");
    }

    @Test
    void aFailedRestartKeepsTheData() throws Exception {
        DatabaseServer server = servers.start();
        servers.query(server, "CREATE TABLE t (v char(6) PRIMARY KEY) AS SELECT 'stored' AS v");
        server.powerOff();
        try (ServerSocket thief = new ServerSocket()) {
            thief.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), MySqlServers.port(server)));
            assertThatThrownBy(server::powerOn).hasMessageContaining("Address already in use");
        }

        server.powerOn();

        assertThat(servers.query(server, "SELECT v FROM t")).containsExactly("stored");
    }

    @Test
    void anInterruptEndsAStartThatTakesLong() throws Exception {
        DatabaseServer server = neverReady();
        Start start = new Start(server);
        awaitServer();

        start.thread.interrupt();

        assertThat(start.outcome.get(60, TimeUnit.SECONDS)).containsInstanceOf(InterruptedException.class);
        assertThat(servers.data()).isEmptyDirectory();
    }

    @Test
    void aServiceIsDeletedWhileItStarts() throws Exception {
        DatabaseServer server = neverReady();
        Start start = new Start(server);
        awaitServer();

        server.close();

        assertThat(start.outcome.get(60, TimeUnit.SECONDS))
                .hasValueSatisfying(
                        failure -> assertThat(failure).hasMessage("Service orders was deleted. Create it again."));
        assertThat(servers.data()).isEmptyDirectory();
    }

    /** A server whose program, powered on, never opens its socket. */
    private DatabaseServer neverReady() throws Exception {
        FakeProgram.in(programs)
                .version("mysqld  Ver 8.4.3 for Linux on x86_64")
                .running("exec sleep 300");
        return servers.create(servers.engine(programs.toString(), cache), Map.of());
    }

    private void awaitServer() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!isRunning()) {
            assertThat(System.nanoTime()).as("time to see the server").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private boolean isRunning() throws IOException {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(servers.data())) {
            for (Path directory : directories) {
                if (Files.exists(directory.resolve("my.cnf")) && Files.exists(directory.resolve("server.log"))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A start on a thread of its own that somebody interrupts or defeats; empty when it succeeded before. */
    private static final class Start {

        final CompletableFuture<Optional<Throwable>> outcome = new CompletableFuture<>();
        final Thread thread;

        Start(DatabaseServer server) {
            thread = new Thread(() -> {
                try {
                    server.powerOn();
                } catch (IOException | InterruptedException | RuntimeException failure) {
                    outcome.complete(Optional.of(failure));
                    return;
                }
                try {
                    new CountDownLatch(1).await(30, TimeUnit.SECONDS);
                    outcome.complete(Optional.of(new AssertionError("the interrupt was swallowed")));
                } catch (InterruptedException stillPending) {
                    outcome.complete(Optional.empty());
                }
            });
            thread.start();
        }
    }
}

package io.github.aivenjunit.engine.postgres;

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
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresLifeTests {

    @RegisterExtension
    final PostgresServers servers = new PostgresServers();

    @Test
    void aPowerCycleKeepsDataAndAddress() throws Exception {
        DatabaseServer server = servers.start();
        servers.query(server, "CREATE TABLE t AS SELECT 'stored' AS v");
        int port = PostgresServers.port(server);

        server.powerOff();
        assertThat(servers.processes()).noneMatch(line -> line.contains("bin/postgres"));
        assertThatThrownBy(() -> servers.connect(server)).hasMessageContaining("refused");
        server.powerOn();

        assertThat(PostgresServers.port(server)).isEqualTo(port);
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
        servers.query(server, "CREATE TABLE t AS SELECT 'stored' AS v");
        ProcessHandle postgres = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains("bin/postgres -D " + servers.data()))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        postgres.destroyForcibly();
        postgres.onExit().get(30, TimeUnit.SECONDS);

        server.powerOn();

        assertThat(servers.query(server, "SELECT v FROM t")).containsExactly("stored");
    }

    @Test
    void serversRunSideBySide() throws Exception {
        PostgresEngine engine = servers.engine();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<DatabaseServer>> starting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starting.add(threads.submit(() -> {
                    DatabaseServer server = servers.create(engine);
                    server.powerOn();
                    return server;
                }));
            }
            List<String> ports = new ArrayList<>();
            for (Future<DatabaseServer> server : starting) {
                ports.addAll(servers.query(server.get(), "SELECT inet_server_port()"));
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
            thief.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), PostgresServers.port(server)));

            assertThatThrownBy(server::powerOn)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(
                            "PostgreSQL 17.11 of service orders ended with status 1 while starting. See the end of its log."
                                    + System.lineSeparator())
                    .hasMessageContaining("could not bind IPv4 address \"127.0.0.1\": Address already in use")
                    .hasMessageEndingWith("database system is shut down");
        }
        assertThat(servers.data()).isEmptyDirectory();
        assertThat(servers.processes()).isEmpty();

        server.powerOn();
        assertThat(server.databases()).containsExactly("defaultdb");
    }

    @Test
    void aFailedRestartKeepsTheData() throws Exception {
        DatabaseServer server = servers.start();
        servers.query(server, "CREATE TABLE t AS SELECT 'stored' AS v");
        server.powerOff();
        try (ServerSocket thief = new ServerSocket()) {
            thief.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), PostgresServers.port(server)));
            assertThatThrownBy(server::powerOn).hasMessageContaining("Address already in use");
        }

        server.powerOn();

        assertThat(servers.query(server, "SELECT v FROM t")).containsExactly("stored");
    }

    @Test
    void anInterruptEndsAStartThatTakesLong() throws Exception {
        DatabaseServer server = neverReady();
        Start start = new Start(server);
        awaitProcess("sleep 300");

        start.thread.interrupt();

        assertThat(start.outcome.get(60, TimeUnit.SECONDS)).containsInstanceOf(InterruptedException.class);
        assertThat(servers.processes()).noneMatch(line -> line.contains("bin/postgres"));
    }

    @Test
    void aServiceIsDeletedWhileItStarts() throws Exception {
        DatabaseServer server = neverReady();
        Start start = new Start(server);
        awaitProcess("sleep 300");

        server.close();

        assertThat(start.outcome.get(60, TimeUnit.SECONDS))
                .hasValueSatisfying(
                        failure -> assertThat(failure).hasMessage("Service orders was deleted. Create it again."));
        assertThat(servers.data()).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lease", "data/PG_VERSION", "data/server.key", "server.pid", "data/postmaster.pid"})
    void anInterruptAtAnyStepOfAFirstStartEndsItOrStaysPending(String step) throws Exception {
        servers.start().close();
        Start start = new Start(servers.create());
        while (!start.outcome.isDone() && !stepReached(step)) {
            Thread.onSpinWait();
        }

        start.thread.interrupt();

        Optional<Throwable> failure = start.outcome.get(60, TimeUnit.SECONDS);
        if (failure.isPresent()) {
            assertThat(failure).containsInstanceOf(InterruptedException.class);
            assertThat(servers.data()).isEmptyDirectory();
            assertThat(servers.processes()).isEmpty();
        }
    }

    private boolean stepReached(String step) throws IOException {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(servers.data())) {
            for (Path directory : directories) {
                if (Files.exists(directory.resolve(step))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A server that, powered on, waits for an archive that never comes and meanwhile refuses sessions. */
    private DatabaseServer neverReady() throws Exception {
        DatabaseServer server = servers.start();
        server.powerOff();
        Path data = servers.directory().resolve("data");
        Files.writeString(
                data.resolve("postgresql.conf"), "restore_command = 'sleep 300'\n", StandardOpenOption.APPEND);
        Files.createFile(data.resolve("recovery.signal"));
        return server;
    }

    private static void awaitProcess(String commandLine) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ProcessHandle.allProcesses()
                .noneMatch(process -> process.info()
                        .commandLine()
                        .filter(line -> line.endsWith(commandLine))
                        .isPresent())) {
            assertThat(System.nanoTime()).as("time to see " + commandLine).isLessThan(deadline);
            Thread.onSpinWait();
        }
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

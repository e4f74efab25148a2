package io.github.aivenjunit.engine.valkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.ValkeyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
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
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;

class ValkeyLifeTests {

    @RegisterExtension
    final ValkeyServers servers = new ValkeyServers();

    @Test
    void aPowerCycleKeepsDataAndAddress() throws Exception {
        ValkeyServer server = servers.start();
        set(server, "stored");
        int port = ValkeyServers.port(server);
        assertThat(servers.processes()).anyMatch(line -> line.contains("valkey.conf"));

        server.powerOff();
        assertThat(servers.processes()).noneMatch(line -> line.contains("valkey.conf"));
        assertThatThrownBy(() -> servers.connect(server)).isInstanceOf(JedisConnectionException.class);
        server.powerOn();

        assertThat(ValkeyServers.port(server)).isEqualTo(port);
        assertThat(get(server)).isEqualTo("stored");
    }

    @Test
    void withoutPersistenceAPowerCycleKeepsNoData() throws Exception {
        ValkeyServer server = servers.start(Map.of("valkey_persistence", "off"));
        set(server, "forgotten");

        server.powerOff();
        server.powerOn();

        assertThat(get(server)).isEqualTo("(nil)");
    }

    @Test
    void everyCallMayBeRepeated() throws Exception {
        ValkeyServer server = servers.create();

        server.powerOff();
        server.powerOn();
        server.powerOn();
        server.powerOff();
        server.powerOff();
        server.close();
        server.close();

        assertThatThrownBy(server::powerOn)
                .isInstanceOf(IOException.class)
                .hasMessage("Service sessions was deleted. Create it again.");
    }

    @Test
    void aServerThatCrashedIsStartedAgainWithTheDataOfTheLastPowerOff() throws Exception {
        ValkeyServer server = servers.start();
        set(server, "stored");
        server.powerOff();
        server.powerOn();
        set(server, "lost");
        ProcessHandle process = servers.process();
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);

        server.powerOn();

        assertThat(get(server)).isEqualTo("stored");
    }

    @Test
    void aPowerOffOnAnInterruptedThreadSavesToo() throws Exception {
        ValkeyServer server = servers.start();
        set(server, "stored");

        Thread.currentThread().interrupt();
        server.powerOff();

        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        server.powerOn();
        assertThat(get(server)).isEqualTo("stored");
    }

    @Test
    void dataThatCannotBeSavedIsReported() throws Exception {
        ValkeyServer server = servers.start();
        set(server, "lost");
        // The name under which the server writes before it renames the file.
        Files.createDirectory(
                servers.directory().resolve("temp-" + servers.process().pid() + ".rdb"));

        assertThatThrownBy(server::powerOff)
                .hasRootCauseInstanceOf(IOException.class)
                .cause()
                .hasMessageStartingWith("Service sessions could not save its data (ERR Errors trying to SHUTDOWN."
                        + " Check logs.). See the end of its log." + System.lineSeparator());
        assertThat(servers.processes()).noneMatch(line -> line.contains("valkey.conf"));
    }

    @Test
    void serversRunSideBySide() throws Exception {
        ValkeyEngine engine = servers.engine();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<ValkeyServer>> starting = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String value = "of " + i;
                starting.add(threads.submit(() -> {
                    ValkeyServer server = servers.create(engine, Map.of());
                    server.powerOn();
                    set(server, value);
                    return server;
                }));
            }
            List<String> values = new ArrayList<>();
            for (Future<ValkeyServer> server : starting) {
                values.add(get(server.get()));
            }
            assertThat(values).containsExactly("of 0", "of 1", "of 2", "of 3");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aTakenPortFailsTheStartWithTheEndOfTheLogAndLeavesNothing() throws Exception {
        ValkeyServer server = servers.create(servers.engine(""), Map.of());
        try (ServerSocket thief = new ServerSocket()) {
            thief.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ValkeyServers.port(server)));

            assertThatThrownBy(server::powerOn)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Redis 6.2.11 (bundled) of service sessions ended with status 1 while"
                            + " starting. See the end of its log." + System.lineSeparator())
                    .hasMessageContaining("bind: Address already in use");
        }
        assertThat(servers.data()).isEmptyDirectory();
        assertThat(servers.processes()).isEmpty();

        server.powerOn();
        assertThat(get(server)).isEqualTo("(nil)");
    }

    @Test
    void aFailedRestartKeepsTheData() throws Exception {
        ValkeyServer server = servers.start();
        set(server, "stored");
        server.powerOff();
        try (ServerSocket thief = new ServerSocket()) {
            thief.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ValkeyServers.port(server)));
            assertThatThrownBy(server::powerOn).hasMessageContaining("Address already in use");
        }

        server.powerOn();

        assertThat(get(server)).isEqualTo("stored");
    }

    @Test
    void anInterruptEndsAStartThatTakesLong(@TempDir Path path) throws Exception {
        ValkeyServer server = servers.create(neverReady(path), Map.of());
        CompletableFuture<Optional<Throwable>> outcome = new CompletableFuture<>();
        Thread starter = starter(server, outcome);
        awaitProcess("sleep 300");

        starter.interrupt();

        assertThat(outcome.get(60, TimeUnit.SECONDS)).containsInstanceOf(InterruptedException.class);
        assertThat(servers.data()).isEmptyDirectory();
    }

    @Test
    void aServiceIsDeletedWhileItStarts(@TempDir Path path) throws Exception {
        ValkeyServer server = servers.create(neverReady(path), Map.of());
        CompletableFuture<Optional<Throwable>> outcome = new CompletableFuture<>();
        starter(server, outcome);
        awaitProcess("sleep 300");

        server.close();

        assertThat(outcome.get(60, TimeUnit.SECONDS))
                .hasValueSatisfying(
                        failure -> assertThat(failure).hasMessage("Service sessions was deleted. Create it again."));
        assertThat(servers.data()).isEmptyDirectory();
    }

    private ValkeyEngine neverReady(Path path) throws IOException {
        FakeProgram.in(path, "valkey-server")
                .version("Valkey server v=8.1.0 sha=0")
                .running("exec sleep 300");
        return servers.engine(path.toString());
    }

    private static Thread starter(ValkeyServer server, CompletableFuture<Optional<Throwable>> outcome) {
        Thread thread = new Thread(() -> {
            try {
                server.powerOn();
                outcome.complete(Optional.empty());
            } catch (IOException | InterruptedException | RuntimeException failure) {
                outcome.complete(Optional.of(failure));
            }
        });
        thread.start();
        return thread;
    }

    private static void awaitProcess(String commandLine) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ProcessHandle.allProcesses()
                .noneMatch(process -> process.info()
                        .commandLine()
                        .filter(line -> line.endsWith(commandLine))
                        .isPresent())) {
            assertThat(System.nanoTime()).as("time to see " + commandLine).isLessThan(deadline);
            new CountDownLatch(1).await(5, TimeUnit.MILLISECONDS);
        }
    }

    private void set(ValkeyServer server, String value) {
        try (Jedis jedis = servers.connect(server)) {
            jedis.set("key", value);
        }
    }

    private String get(ValkeyServer server) {
        try (Jedis jedis = servers.connect(server)) {
            return Optional.ofNullable(jedis.get("key")).orElse("(nil)");
        }
    }
}

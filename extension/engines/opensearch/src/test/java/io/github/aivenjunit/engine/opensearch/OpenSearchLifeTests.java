package io.github.aivenjunit.engine.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.NativeHost;
import io.github.aivenjunit.emulator.engine.UserServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpenSearchLifeTests {

    private static final Credentials BOB = new Credentials("bob", "AVNS_bob");

    @RegisterExtension
    final OpenSearchServers servers = new OpenSearchServers();

    @Test
    void aPowerCycleKeepsTheAddressTheUsersAndTheDocuments() throws Exception {
        UserServer server = servers.start();
        List<EngineEndpoint> endpoints = server.endpoints();
        server.createUser(BOB);
        servers.client(server, BOB).ask("PUT", "/kept/_doc/1", "{\"text\":\"kept\"}");

        server.powerOff();
        assertThat(servers.processes()).noneMatch(line -> line.contains("-Djava.io.tmpdir"));
        assertThatThrownBy(() -> server.createUser(BOB))
                .isInstanceOf(IOException.class)
                .hasMessage("Service search is not running. Power it on first.");
        server.powerOn();

        assertThat(server.endpoints()).isEqualTo(endpoints);
        TestClient bob = servers.client(server, BOB);
        bob.ask("GET", "/_cluster/health/kept?wait_for_status=green");
        assertThat(bob.ask("GET", "/kept/_source/1")).isEqualTo("{\"text\":\"kept\"}");
    }

    @Test
    void everyCallMayBeRepeated() throws Exception {
        UserServer server = servers.create();

        server.powerOff();
        server.powerOn();
        server.powerOn();
        server.powerOff();
        server.powerOff();
        server.close();
        server.close();

        assertThatThrownBy(server::powerOn)
                .isInstanceOf(IOException.class)
                .hasMessage("Service search was deleted. Create it again.");
    }

    @Test
    void aNodeThatCrashedIsStartedAgainWithItsDocuments() throws Exception {
        UserServer server = servers.start();
        servers.admin(server).ask("PUT", "/kept/_doc/1", "{\"text\":\"kept\"}");
        ProcessHandle node = servers.node();
        node.destroyForcibly();
        node.onExit().get(30, TimeUnit.SECONDS);

        assertThatThrownBy(() -> server.createUser(BOB))
                .isInstanceOf(IOException.class)
                .hasMessage("The node of service search has ended. Power the service on again.");
        server.powerOn();

        servers.admin(server).ask("GET", "/_cluster/health/kept?wait_for_status=green");
        assertThat(servers.admin(server).ask("GET", "/kept/_source/1")).isEqualTo("{\"text\":\"kept\"}");
        assertThat(servers.client(server, BOB).status()).isEqualTo(401);
    }

    @Test
    void twoNodesRunSideBySide() throws Exception {
        UserServer one = servers.create();
        UserServer two = servers.create();

        CompletableFuture<Void> started = CompletableFuture.runAsync(() -> powerOn(one));
        powerOn(two);
        started.get(60, TimeUnit.SECONDS);
        servers.admin(one).ask("PUT", "/of-one/_doc/1", "{}");

        assertThat(servers.admin(one).ask("GET", "/_cat/indices?h=index")).contains("of-one");
        assertThat(servers.admin(two).ask("GET", "/_cat/indices?h=index")).isEmpty();
        one.close();
        assertThat(servers.admin(two).status()).isEqualTo(200);
    }

    @Test
    void aTakenPortIsNamedWhenTheStartFails() throws Exception {
        UserServer server = servers.create();
        int port = OpenSearchServers.port(server);
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

            assertThatThrownBy(server::powerOn)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("OpenSearch of service search did not start: Failed to bind to 127.0.0.1:"
                            + port + ": Address already in use. See the end of its log.");
        }
        assertThat(servers.processes()).isEmpty();
        assertThat(servers.data()).isEmptyDirectory();

        server.powerOn();
    }

    @Test
    void aSettingThatOpenSearchRefusesIsNamedWhenTheStartFails() {
        UserServer server =
                servers.create(servers.engine(), Map.of("opensearch", Map.of("search_max_buckets", "many")));

        assertThatThrownBy(server::powerOn)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("OpenSearch of service search did not start: ")
                .hasMessageContaining("search.max_buckets");
    }

    @Test
    void aServiceCanBeDeletedWhileItStarts() throws Exception {
        UserServer server = servers.create();
        CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> powerOn(server));
        while (servers.processes().isEmpty() && !starting.isDone()) {
            Thread.onSpinWait();
        }

        server.close();

        assertThatThrownBy(() -> starting.get(60, TimeUnit.SECONDS))
                .hasRootCauseMessage("Service search was deleted. Create it again.");
        assertThat(servers.data()).isEmptyDirectory();
    }

    @Test
    void anInterruptedStartLeavesNothing() throws Exception {
        UserServer server = servers.create();
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread starter = new Thread(() -> {
            try {
                server.powerOn();
                outcome.completeExceptionally(new AssertionError("not interrupted"));
            } catch (IOException | InterruptedException expected) {
                outcome.complete(expected);
            }
        });
        starter.start();
        while (servers.processes().isEmpty() && starter.isAlive()) {
            Thread.onSpinWait();
        }

        starter.interrupt();

        assertThat(outcome.get(60, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        assertThat(servers.data()).isEmptyDirectory();
        assertThat(servers.processes()).isEmpty();
    }

    @Test
    void noSecretIsInACommandLineTheEnvironmentOrTheLogOrReadableByOthers() throws Exception {
        UserServer server = servers.start();
        server.createUser(BOB);
        assertThat(servers.client(server, new Credentials("bob", "AVNS_wrong")).status())
                .isEqualTo(401);

        assertThat(servers.processes()).isNotEmpty().noneMatch(line -> line.contains("AVNS_"));
        Path environment = Path.of("/proc", Long.toString(servers.node().pid()), "environ");
        if (Files.isReadable(environment)) {
            assertThat(Files.readString(environment).split("\0"))
                    .allMatch(entry -> entry.matches("(PATH|LC_ALL|PWD|OLDPWD|SHLVL|_|NICE)=.*"));
        }
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(servers.data())) {
            Path directory = directories.iterator().next();
            assertThat(Files.readString(directory.resolve("server.log"))).doesNotContain("AVNS_", "PRIVATE KEY");
            assertThat(Files.readString(directory.resolve("node.properties"))).doesNotContain("AVNS_", "PRIVATE KEY");
            for (Path path : List.of(directory, directory.resolve("key.pem"))) {
                assertThat(Files.getPosixFilePermissions(path).toString())
                        .as(path.toString())
                        .doesNotContain("GROUP", "OTHERS");
            }
        }
        assertThat(server.toString()).isEqualTo("OpenSearchInstance[project/search]");
    }

    @Test
    void onlyOnePortIsOpen() throws Exception {
        UserServer server = servers.start();

        assertThat(servers.admin(server).ask("GET", "/_nodes/_local/transport,http"))
                .contains("\"publish_address\":\"127.0.0.1:" + OpenSearchServers.port(server) + "\"")
                .contains("\"bound_address\":[\"127.0.0.1:0\"]");
    }

    @Test
    void theArchiveOfClassesIsMadeOnceAndUsed() throws Exception {
        NativeHost host = new NativeHost(servers.data(), TestPlaces.sharedCache());
        UserServer first = servers.create(new OpenSearchEngine(host, Runnable::run), Map.of());
        first.powerOn();
        UserServer second = servers.create(new OpenSearchEngine(host, Runnable::run), Map.of());

        second.powerOn();

        assertThat(servers.processes())
                .anyMatch(line -> line.contains("-XX:SharedArchiveFile=" + TestPlaces.sharedCache()));
        assertThat(servers.processes()).noneMatch(line -> line.contains("ArchiveClassesAtExit"));
    }

    @Test
    void theVersionIsKnownWithoutAStartAndOthersAreRefused() {
        OpenSearchEngine engine = servers.engine();

        assertThat(engine.describe(Map.of())).isEqualTo("OpenSearch 2.19.6");
        assertThat(engine.objection(Map.of("opensearch_version", "2"))).isEmpty();
        assertThat(engine.objection(Map.of("opensearch_version", "3")))
                .contains(
                        "OpenSearch 3 cannot run here, only 2.19.6; set opensearch_version to \"2\" or leave it out.");
        assertThatThrownBy(() -> servers.create(engine, Map.of("opensearch_version", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "OpenSearch 1 cannot run here, only 2.19.6; set opensearch_version to \"2\" or leave it out.");
    }

    private static void powerOn(UserServer server) {
        try {
            server.powerOn();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

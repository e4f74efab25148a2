package io.github.aivenjunit.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.AivenAcl;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.KafkaAcl;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import io.github.aivenjunit.emulator.engine.NativeHost;
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
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaLifeTests {

    private static final Credentials BOB = new Credentials("bob", "AVNS_bob");

    @RegisterExtension
    final KafkaServers servers = new KafkaServers();

    @Test
    void aPowerCycleKeepsAddressesUsersRulesAndTopicsButNoRecords() throws Exception {
        KafkaServer server = servers.start();
        List<EngineEndpoint> endpoints = server.endpoints();
        KafkaTopic topic = new KafkaTopic("orders", 2, 1, Map.of("retention.ms", "60000"));
        KafkaAcl rule = new KafkaAcl("User:carol", "*", "Topic", "orders", "LITERAL", "Write", "ALLOW");
        server.createTopic(topic);
        server.createUser(BOB);
        server.replaceAivenAcls(List.of(new AivenAcl("bob", AivenAcl.Permission.WRITE, "orders")));
        server.createKafkaAcl(rule);
        servers.certified(server, "bob").produce("orders", "lost");

        server.powerOff();
        assertThat(servers.processes()).isEmpty();
        assertThat(servers.data()).isEmptyDirectory();
        assertThatThrownBy(server::topics)
                .isInstanceOf(IOException.class)
                .hasMessage("Service events is not running. Power it on first.");
        server.powerOn();

        assertThat(server.endpoints()).isEqualTo(endpoints);
        assertThat(server.topics()).containsExactly(topic);
        assertThat(server.kafkaAcls()).containsExactly(rule);
        servers.login(server, "PLAIN", BOB).produce("orders", "kept");
        servers.login(server, "SCRAM-SHA-256", BOB).produce("orders", "too");
        servers.certified(server, "carol").produce("orders", "here");
        assertThat(servers.certified(server, "avnadmin").consume("orders", 3))
                .containsExactlyInAnyOrder("kept", "too", "here");
        assertThatThrownBy(() -> servers.certified(server, "dave").produce("orders", "refused"))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void everyCallMayBeRepeated() throws Exception {
        KafkaServer server = servers.create();

        server.powerOff();
        server.powerOn();
        server.powerOn();
        server.powerOff();
        server.powerOff();
        server.close();
        server.close();

        assertThatThrownBy(server::powerOn)
                .isInstanceOf(IOException.class)
                .hasMessage("Service events was deleted. Create it again.");
    }

    @Test
    void aBrokerThatCrashedIsStartedAgainWithItsRecords() throws Exception {
        KafkaServer server = servers.start();
        server.createTopic(new KafkaTopic("orders", 1, 1, Map.of()));
        servers.certified(server, "avnadmin").produce("orders", "kept");
        ProcessHandle broker = servers.broker();
        broker.destroyForcibly();
        broker.onExit().get(30, TimeUnit.SECONDS);

        assertThatThrownBy(server::topics)
                .isInstanceOf(IOException.class)
                .hasMessage("The broker of service events has ended. Power the service on again.");
        server.powerOn();

        assertThat(servers.certified(server, "avnadmin").consume("orders", 1)).containsExactly("kept");
    }

    @Test
    void twoBrokersRunSideBySide() throws Exception {
        KafkaServer one = servers.create();
        KafkaServer two = servers.create();

        CompletableFuture<Void> started = CompletableFuture.runAsync(() -> powerOn(one));
        powerOn(two);
        started.get(60, TimeUnit.SECONDS);
        one.createTopic(new KafkaTopic("of-one", 1, 1, Map.of()));

        assertThat(one.topics()).hasSize(1);
        assertThat(two.topics()).isEmpty();
        one.close();
        servers.certified(two, "avnadmin").produce("of-two", "alive");
    }

    @Test
    void aTakenPortIsNamedWhenTheStartFails() throws Exception {
        KafkaServer server = servers.create();
        int port = KafkaServers.port(server, "kafka");
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

            assertThatThrownBy(server::powerOn)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Kafka of service events did not start: Socket server failed to bind to"
                            + " 127.0.0.1:" + port + ": Address already in use. See the end of its log.");
        }
        assertThat(servers.processes()).isEmpty();
        assertThat(servers.data()).isEmptyDirectory();

        server.powerOn();
    }

    @Test
    void aServiceCanBeDeletedWhileItStarts() throws Exception {
        KafkaServer server = servers.create();
        CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> powerOn(server));
        while (servers.processes().isEmpty() && !starting.isDone()) {
            Thread.onSpinWait();
        }

        server.close();

        assertThatThrownBy(() -> starting.get(60, TimeUnit.SECONDS))
                .hasRootCauseMessage("Service events was deleted. Create it again.");
        assertThat(servers.data()).isEmptyDirectory();
    }

    @Test
    void anInterruptedStartLeavesNothing() throws Exception {
        KafkaServer server = servers.create();
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
    void noSecretIsInACommandLineOrTheLogOrReadableByOthers() throws Exception {
        KafkaServer server = servers.start();
        server.createUser(BOB);

        assertThat(servers.processes()).isNotEmpty().noneMatch(line -> line.contains("AVNS_"));
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(servers.data())) {
            Path directory = directories.iterator().next();
            assertThat(Files.readString(directory.resolve("server.log"))).doesNotContain("AVNS_", "PRIVATE KEY");
            assertThat(Files.readString(directory.resolve("broker.properties"))).doesNotContain("AVNS_");
            assertThat(directory)
                    .satisfies(path -> assertThat(
                                    Files.getPosixFilePermissions(path).toString())
                            .doesNotContain("GROUP", "OTHERS"));
            assertThat(Files.getPosixFilePermissions(directory.resolve("broker.properties"))
                            .toString())
                    .doesNotContain("GROUP", "OTHERS");
        }
        assertThat(server.toString()).isEqualTo("KafkaInstance[project/events]");
    }

    @Test
    void theArchiveOfClassesIsMadeOnceAndUsed() throws Exception {
        NativeHost host = new NativeHost(servers.data(), TestPlaces.sharedCache());
        KafkaServer first = servers.create(new KafkaEngine(host, Runnable::run), Map.of());
        first.powerOn();
        KafkaServer second = servers.create(new KafkaEngine(host, Runnable::run), Map.of());

        second.powerOn();

        assertThat(servers.processes())
                .anyMatch(line -> line.contains("-XX:SharedArchiveFile=" + TestPlaces.sharedCache()));
        assertThat(servers.processes()).noneMatch(line -> line.contains("ArchiveClassesAtExit"));
    }

    @Test
    void theVersionIsKnownWithoutAStart() {
        assertThat(servers.engine().describe(Map.of())).isEqualTo("Apache Kafka 4.3.1");
        assertThat(servers.engine().objection(Map.of())).isEmpty();
    }

    private static void powerOn(KafkaServer server) {
        try {
            server.powerOn();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}

package io.github.aivenjunit.engine.valkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.ValkeyServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathBuilderException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.util.SafeEncoder;

class ValkeyConnectionTests {

    @RegisterExtension
    final ValkeyServers servers = new ValkeyServers();

    @Test
    void theFirstUserReadsAndWritesOverTlsWithTheProjectsCa() throws Exception {
        ValkeyServer server = servers.start();

        try (Jedis jedis = servers.connect(server)) {
            assertThat(jedis.set("greeting", "hello")).isEqualTo("OK");
            assertThat(jedis.get("greeting")).isEqualTo("hello");
            jedis.select(15);
            assertThat(jedis.get("greeting")).isNull();
        }
        assertThat(server.endpoints())
                .containsExactly(new EngineEndpoint("valkey", "localhost", ValkeyServers.port(server)));
    }

    @Test
    void aPoolingClientNegotiatesTheNewerProtocol() throws Exception {
        ValkeyServer server = servers.start();
        byte[] trustStore = servers.trustStore();

        try (RedisClient client = RedisClient.builder()
                .hostAndPort("localhost", ValkeyServers.port(server))
                .clientConfig(DefaultJedisClientConfig.builder()
                        .user(ValkeyServers.ADMIN.username())
                        .password(ValkeyServers.ADMIN.password())
                        .sslOptions(SslOptions.builder()
                                .sslVerifyMode(SslVerifyMode.FULL)
                                .trustStoreType("PKCS12")
                                .truststore(() -> new ByteArrayInputStream(trustStore), new char[0])
                                .build())
                        .resp3()
                        .build())
                .build()) {
            assertThat(client.hset("order", Map.of("state", "open"))).isEqualTo(1);
            assertThat(client.hgetAll("order")).containsExactly(Map.entry("state", "open"));
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        ValkeyServer server = servers.start();

        assertThatThrownBy(() -> servers.connect(server, new Credentials("default", "wrong")))
                .isInstanceOf(JedisAccessControlException.class)
                .hasMessageStartingWith("WRONGPASS");
        assertThatThrownBy(() -> servers.connect(server, new Credentials("nobody", ValkeyServers.ADMIN.password())))
                .hasMessageStartingWith("WRONGPASS");
    }

    @Test
    void nothingIsAnsweredWithoutAPassword() throws Exception {
        ValkeyServer server = servers.start();

        try (SSLSocket socket = (SSLSocket) ValkeyServers.trusting(servers.caPem())
                .getSocketFactory()
                .createSocket("localhost", ValkeyServers.port(server))) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(7), StandardCharsets.US_ASCII))
                    .isEqualTo("-NOAUTH");
        }
    }

    @Test
    void aPlainConnectionIsRefused() throws Exception {
        ValkeyServer server = servers.start();

        try (Jedis plain = new Jedis("localhost", ValkeyServers.port(server))) {
            assertThatThrownBy(plain::ping).isInstanceOf(JedisConnectionException.class);
        }
    }

    @Test
    void aClientThatDoesNotKnowTheProjectsCaRefusesTheServer() throws Exception {
        ValkeyServer server = servers.start();

        assertThatThrownBy(() -> ValkeyServers.connect("localhost", server, ValkeyServers.ADMIN, Optional.empty()))
                .hasRootCauseInstanceOf(CertPathBuilderException.class);
    }

    @Test
    void theCertificateIsForTheHostsNameAndAddressOnly() throws Exception {
        ValkeyServer server = servers.start();

        try (Jedis jedis =
                ValkeyServers.connect("127.0.0.1", server, ValkeyServers.ADMIN, Optional.of(servers.caPem()))) {
            assertThat(jedis.ping()).isEqualTo("PONG");
        }
        assertThatThrownBy(() -> handshakeAs("other.example", server))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("other.example");
    }

    @Test
    void sslSwitchedOffMeansPlainConnections() throws Exception {
        ValkeyServer server = servers.start(Map.of("valkey_ssl", false));

        try (Jedis plain = new Jedis(
                "localhost",
                ValkeyServers.port(server),
                DefaultJedisClientConfig.builder()
                        .user("default")
                        .password(ValkeyServers.ADMIN.password())
                        .build())) {
            assertThat(plain.ping()).isEqualTo("PONG");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACL WHOAMI",
                "BGREWRITEAOF",
                "BGSAVE",
                "CLUSTER INFO",
                "COMMAND COUNT",
                "CONFIG GET dir",
                "DEBUG SLEEP 0",
                "FAILOVER ABORT",
                "LASTSAVE",
                "MIGRATE localhost 1 key 0 1",
                "MONITOR",
                "REPLICAOF NO ONE",
                "SAVE",
                "SLAVEOF NO ONE",
                "SHUTDOWN NOSAVE"
            })
    void theCommandsThatAivenClosesAreClosed(String command) throws Exception {
        ValkeyServer server = servers.start();
        List<String> words = List.of(command.split(" "));

        try (Jedis jedis = servers.connect(server)) {
            assertThatThrownBy(() -> jedis.sendCommand(
                            () -> SafeEncoder.encode(words.get(0)),
                            words.subList(1, words.size()).toArray(String[]::new)))
                    .isInstanceOf(JedisDataException.class)
                    // DEBUG has a lock of its own since Redis 7.
                    .hasMessageMatching("(?s)(NOPERM|ERR DEBUG command not allowed).*");
            assertThat(jedis.ping()).isEqualTo("PONG");
        }
    }

    @Test
    void anAdministratorOfAnotherNameReplacesTheDefaultUser() throws Exception {
        Credentials admin = new Credentials("avnadmin", "AVNS_another");
        ValkeyServer server = servers.create(servers.engine(), Map.of(), admin);
        server.powerOn();

        try (Jedis jedis = servers.connect(server, admin)) {
            assertThat(jedis.ping()).isEqualTo("PONG");
        }
        assertThatThrownBy(() -> servers.connect(server, new Credentials("default", "AVNS_another")))
                .hasMessageStartingWith("WRONGPASS");
    }

    @Test
    void noPasswordIsInAFileOrACommandAndNobodyElseMayReadTheFiles() throws Exception {
        ValkeyServer server = servers.start();
        server.createUser(new Credentials("reader", "AVNS_second"));

        assertThat(servers.processes())
                .isNotEmpty()
                .noneMatch(line -> line.contains(ValkeyServers.ADMIN.password()) || line.contains("AVNS_second"));
        assertThat(server.toString()).isEqualTo("ValkeyInstance[project/sessions]");
        Path directory = servers.directory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(textOf(file)).as(file.toString()).doesNotContain("AVNS_");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("server.key"))))
                .isEqualTo("rw-------");
    }

    private static String textOf(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    private void handshakeAs(String name, ValkeyServer server) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), ValkeyServers.port(server));
        try (SSLSocket tls = (SSLSocket) ValkeyServers.trusting(servers.caPem())
                .getSocketFactory()
                .createSocket(socket, name, ValkeyServers.port(server), true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.setSoTimeout(10_000);
            tls.startHandshake();
        }
    }
}

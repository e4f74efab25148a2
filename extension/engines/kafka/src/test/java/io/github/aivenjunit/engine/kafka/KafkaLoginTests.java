package io.github.aivenjunit.engine.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.aivenjunit.emulator.engine.AivenAcl;
import io.github.aivenjunit.emulator.engine.Credentials;
import io.github.aivenjunit.emulator.engine.EngineEndpoint;
import io.github.aivenjunit.emulator.engine.KafkaServer;
import io.github.aivenjunit.emulator.engine.KafkaTopic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaLoginTests {

    private static final Credentials ALICE = new Credentials("alice", "AVNS_alice-1");

    @RegisterExtension
    final KafkaServers servers = new KafkaServers();

    @Test
    void aCertificateIsEnoughToProduceAndConsume() throws Exception {
        KafkaServer server = servers.start();
        server.createTopic(new KafkaTopic("orders", 1, 1, Map.of()));
        TestClient client = servers.certified(server, "avnadmin");

        client.produce("orders", "one");
        client.with("compression.type", "zstd").produce("orders", "two");
        client.with("compression.type", "snappy").produce("orders", "three");
        client.with("compression.type", "lz4").produce("orders", "four");

        assertThat(client.consume("orders", 4)).containsExactly("one", "two", "three", "four");
    }

    @Test
    void everyMechanismTakesTheFirstUserAndLaterOnes() throws Exception {
        KafkaServer server = servers.start();
        server.createTopic(new KafkaTopic("orders", 1, 1, Map.of()));
        server.createUser(ALICE);
        server.replaceAivenAcls(List.of(new AivenAcl("alice", AivenAcl.Permission.READWRITE, "orders")));

        for (Credentials user : List.of(KafkaServers.ADMIN, ALICE)) {
            for (String mechanism : List.of("SCRAM-SHA-256", "SCRAM-SHA-512", "PLAIN")) {
                servers.login(server, mechanism, user).produce("orders", user.username() + mechanism);
            }
        }

        assertThat(servers.login(server, "PLAIN", ALICE).consume("orders", 6)).hasSize(6);
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        KafkaServer server = servers.start();

        for (String mechanism : List.of("SCRAM-SHA-256", "SCRAM-SHA-512", "PLAIN")) {
            assertThatThrownBy(() -> servers.login(server, mechanism, new Credentials("avnadmin", "wrong"))
                            .produce("orders", "one"))
                    .as(mechanism)
                    .isInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void aNewPasswordReplacesTheOldOneAndADroppedUserIsRefused() throws Exception {
        KafkaServer server = servers.start();
        server.createTopic(new KafkaTopic("orders", 1, 1, Map.of()));
        server.replaceAivenAcls(List.of(new AivenAcl("*", AivenAcl.Permission.ADMIN, "*")));
        Credentials changed = new Credentials("alice", "AVNS_alice-2");
        server.createUser(ALICE);
        server.changePassword(changed);

        for (String mechanism : List.of("SCRAM-SHA-256", "PLAIN")) {
            servers.login(server, mechanism, changed).produce("orders", "one");
            assertThatThrownBy(() -> servers.login(server, mechanism, ALICE).produce("orders", "two"))
                    .isInstanceOf(SaslAuthenticationException.class);
        }
        server.dropUser("alice");
        for (String mechanism : List.of("SCRAM-SHA-256", "PLAIN")) {
            assertThatThrownBy(() -> servers.login(server, mechanism, changed).produce("orders", "three"))
                    .isInstanceOf(SaslAuthenticationException.class);
        }
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        KafkaServer server = servers.start();

        assertThatThrownBy(() -> servers.stranger(server, "avnadmin").produce("orders", "one"))
                .isInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void thePortForPasswordsExistsWhenAskedFor() {
        assertThat(servers.create().endpoints())
                .extracting(EngineEndpoint::component)
                .containsExactly("kafka", "kafka_sasl");
        assertThat(servers.create(servers.engine(), Map.of()).endpoints())
                .extracting(EngineEndpoint::component)
                .containsExactly("kafka");
    }

    @Test
    void aMechanismThatIsTurnedOffIsRefused() throws Exception {
        KafkaServer server = servers.create(
                servers.engine(),
                Map.of(
                        "kafka_authentication_methods",
                        Map.of("sasl", true),
                        "kafka_sasl_mechanisms",
                        Map.of("plain", false)));
        server.powerOn();

        servers.login(server, "SCRAM-SHA-256", KafkaServers.ADMIN).produce("orders", "one");
        assertThatThrownBy(
                        () -> servers.login(server, "PLAIN", KafkaServers.ADMIN).produce("orders", "two"))
                .hasMessageContaining("Client SASL mechanism 'PLAIN' not enabled in the server");
    }
}

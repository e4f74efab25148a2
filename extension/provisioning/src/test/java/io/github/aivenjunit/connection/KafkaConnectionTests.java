package io.github.aivenjunit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import io.github.aivenjunit.client.model.RedactedSecretException;
import io.github.aivenjunit.client.model.Secret;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.fixture.LoopbackServer;
import io.github.aivenjunit.fixture.TestAuthority;
import java.io.IOException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class KafkaConnectionTests {

    private static final String CANARY = "canary-4711";

    private final TestAuthority authority = new TestAuthority("Project CA");
    private final CaCertificate ca = authority.ca();
    private final ServiceUser alice = authority.kafkaUser("alice", CANARY);
    private final String certificate = alice.accessCert().orElseThrow();
    private final Secret key = alice.accessKey().orElseThrow();
    private final KafkaConnection certified =
            new KafkaConnection("kafka.test:12693", "alice", new KafkaLogin.Certificate(certificate, key), ca, false);

    @Test
    void aCertificateIsTextInTheProperties() {
        assertThat(certified.admin())
                .containsOnly(
                        entry("bootstrap.servers", "kafka.test:12693"),
                        entry("security.protocol", "SSL"),
                        entry("ssl.truststore.type", "PEM"),
                        entry("ssl.truststore.certificates", ca.pem()),
                        entry("ssl.keystore.type", "PEM"),
                        entry("ssl.keystore.certificate.chain", certificate),
                        entry("ssl.keystore.key", key.reveal()));
    }

    @Test
    void aPasswordIsQuotedInTheProperties() {
        KafkaConnection login = sasl(SaslMechanism.SCRAM_SHA_256, "p\"a\\s;s'w\nord", false);

        assertThat(login.admin())
                .containsOnly(
                        entry("bootstrap.servers", "kafka.test:12693"),
                        entry("security.protocol", "SASL_SSL"),
                        entry("ssl.truststore.type", "PEM"),
                        entry("ssl.truststore.certificates", ca.pem()),
                        entry("sasl.mechanism", "SCRAM-SHA-256"),
                        entry(
                                "sasl.jaas.config",
                                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"alice\""
                                        + " password=\"p\\\"a\\\\s;s'w\\nord\";"));
        assertThat(sasl(SaslMechanism.PLAIN, CANARY, false).admin())
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"alice\""
                                + " password=\"canary-4711\";");
    }

    @Test
    void aPublicAuthorityIsLeftToTheClient() {
        assertThat(sasl(SaslMechanism.PLAIN, CANARY, true).admin())
                .doesNotContainKeys("ssl.truststore.type", "ssl.truststore.certificates");
    }

    @Test
    void eachKindOfClientGetsWhatItNeeds() {
        assertThat(without(certified.admin(), certified.producer())).isEqualTo(Map.of("acks", "all"));
        assertThat(without(certified.producer(), certified.producer(String.class, Integer.class)))
                .isEqualTo(Map.of("key.serializer", "java.lang.String", "value.serializer", "java.lang.Integer"));
        assertThat(without(certified.admin(), certified.consumer("shipping")))
                .isEqualTo(Map.of("group.id", "shipping", "auto.offset.reset", "earliest"));
        assertThat(without(certified.consumer("shipping"), certified.consumer("shipping", String.class, Integer.class)))
                .isEqualTo(Map.of("key.deserializer", "java.lang.String", "value.deserializer", "java.lang.Integer"));
        assertThat(without(certified.admin(), certified.streams("totals")))
                .isEqualTo(Map.of("application.id", "totals", "replication.factor", "-1"));
    }

    @Test
    void everyCallMakesNewProperties() {
        certified.admin().clear();

        assertThat(certified.admin()).isNotEmpty();
    }

    @Test
    void theTlsContextShowsTheCertificate() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(socket -> {
            try (SSLSocket tls = (SSLSocket) authority
                    .server(LoopbackServer.HOST)
                    .getSocketFactory()
                    .createSocket(socket, LoopbackServer.HOST, socket.getPort(), true)) {
                tls.setUseClientMode(false);
                tls.setNeedClientAuth(true);
                tls.startHandshake();
                return tls.getSession().getPeerPrincipal().getName();
            }
        })) {
            handshake(certified.sslContext(), server.port());

            assertThat(server.heardNext()).contains("CN=alice");
        }
    }

    @Test
    void theKeyStoreHoldsTheCertificateUnderTheCallersPassword() throws Exception {
        char[] password = "chosen".toCharArray();
        KeyStore store = certified.keyStore(password);

        String alias = store.aliases().nextElement();
        assertThat(store.size()).isEqualTo(1);
        assertThat(store.getKey(alias, password).getAlgorithm()).isEqualTo("RSA");
        assertThat(store.getCertificateChain(alias)).hasSize(1);
        assertThat(certified.trustStore().size()).isEqualTo(1);
    }

    @Test
    void aPasswordLoginHasNoKeyStore() {
        assertThatIllegalStateException()
                .isThrownBy(() -> sasl(SaslMechanism.PLAIN, CANARY, false).keyStore(new char[0]))
                .withMessage("User 'alice' logs in with a password here. Use certificate() of the service for a key"
                        + " store.");
    }

    @Test
    void aKeyThatCannotBeReadIsNotQuoted() {
        String broken = key.reveal().replaceAll("[A-M]", CANARY);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KafkaConnection(
                                "kafka.test:12693",
                                "alice",
                                new KafkaLogin.Certificate(certificate, Secret.of(broken)),
                                ca,
                                false)
                        .sslContext())
                .withMessage(
                        "The certificate of user 'alice' and its key cannot be used. Pass a PEM certificate and its"
                                + " private key in PKCS#8, from BEGIN PRIVATE KEY to END PRIVATE KEY.")
                .withNoCause();
    }

    @Test
    void aRedactedKeyIsNotHandedOut() {
        KafkaConnection hidden = new KafkaConnection(
                "kafka.test:12693",
                "alice",
                new KafkaLogin.Certificate(certificate, Secret.of("<redacted>")),
                ca,
                false);

        assertThatExceptionOfType(RedactedSecretException.class).isThrownBy(hidden::admin);
    }

    @Test
    void theTextHasNoSecret() {
        assertThat(certified).hasToString("KafkaConnection[alice@kafka.test:12693, certificate]");
        assertThat(sasl(SaslMechanism.SCRAM_SHA_512, CANARY, false))
                .hasToString("KafkaConnection[alice@kafka.test:12693, SCRAM-SHA-512]");
    }

    private KafkaConnection sasl(SaslMechanism mechanism, String password, boolean publiclyTrusted) {
        return new KafkaConnection(
                "kafka.test:12693", "alice", new KafkaLogin.Sasl(mechanism, Secret.of(password)), ca, publiclyTrusted);
    }

    private static void handshake(SSLContext context, int port) throws IOException {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(LoopbackServer.HOST, port)) {
            socket.startHandshake();
            // The server decides on the client's certificate after the client has finished.
            socket.getInputStream().read();
        }
    }

    private static Map<Object, Object> without(Properties fewer, Properties more) {
        more.keySet().removeAll(fewer.keySet());
        return more;
    }
}

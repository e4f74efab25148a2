package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.client.model.ServiceUser;
import io.github.aivenjunit.fixture.LoopbackServer;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.readiness.Rung;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

class KafkaProbeTests {

    private static final int METADATA = 3;
    private static final int SASL_HANDSHAKE = 17;
    private static final int API_VERSIONS = 18;
    private static final int SASL_AUTHENTICATE = 36;

    /** What a healthy broker answers, without the frame, by the key of the request. */
    private static final Map<Integer, String> HEALTHY = Map.of(
            // No error; Metadata from 0 to 13, ApiVersions from 0 to 4.
            API_VERSIONS, "0000 00000002 0003 0000 000d 0012 0000 0004",
            // One broker, of which nobody reads more than the count.
            METADATA, "00000001 00000001",
            SASL_HANDSHAKE, "0000 00000000",
            SASL_AUTHENTICATE, "0000 ffff 00000000");

    private final TestAuthority authority = new TestAuthority("Project CA");
    private final ServiceUser admin = authority.kafkaUser("avnadmin", "secret");

    @Test
    void theLadderEndsWithTheBrokersOfEveryListener() {
        assertThat(steps(both(12691, 12692)))
                .extracting(ServiceProbe.Step::rung)
                .containsExactly(
                        Rung.DNS,
                        Rung.TCP,
                        Rung.TCP,
                        Rung.TLS,
                        Rung.TLS,
                        Rung.LOGIN,
                        Rung.LOGIN,
                        Rung.QUERY,
                        Rung.QUERY);
        assertThat(steps(certificate(12691)))
                .extracting(ServiceProbe.Step::rung)
                .containsExactly(Rung.DNS, Rung.TCP, Rung.TLS, Rung.LOGIN, Rung.QUERY);
    }

    @Test
    void aCertificateLogsInAndSeesABroker() throws Exception {
        try (LoopbackServer server = start(HEALTHY)) {
            List<ServiceProbe.Step> steps = steps(certificate(server.port()));
            steps.get(3).attempt().run();
            steps.get(4).attempt().run();

            assertThat(server.heardNext()).contains("CN=avnadmin: 18v0");
            assertThat(server.heardNext()).contains("CN=avnadmin: 18v0 3v1 00000000");
        }
    }

    @Test
    void aPasswordLogsInAndSeesABroker() throws Exception {
        try (LoopbackServer server = start(HEALTHY)) {
            ServiceProbe.Step query = last(both(server.port(), server.port()));
            query.attempt().run();

            assertThat(server.heardNext())
                    .contains("nobody: 18v0 17v1 0005" + hex("PLAIN") + " 36v0 00000010" + hex("\0avnadmin\0secret")
                            + " 3v1 00000000");
        }
    }

    @Test
    void withoutPlainTheLoginIsOnlyBegun() throws Exception {
        try (LoopbackServer server = start(HEALTHY)) {
            ServiceProbe.Step login = last(ServiceAnswer.of("kafka", "kafka", "startup-2")
                    .listener("sasl", LoopbackServer.HOST, server.port(), "project_ca")
                    .userConfig(Map.of("kafka_sasl_mechanisms", Map.of("plain", false, "scram_sha_512", false)))
                    .user(admin)
                    .build());
            login.attempt().run();

            assertThat(login.rung()).isEqualTo(Rung.LOGIN);
            assertThat(server.heardNext()).contains("nobody: 18v0 17v1 000d" + hex("SCRAM-SHA-256"));
        }
    }

    @Test
    void aNewerBrokerIsAskedInAVersionThatItKnows() throws Exception {
        Map<Integer, String> newer = Map.of(
                API_VERSIONS, "0000 00000001 0003 0008 000d",
                METADATA, "00000000 00000003");
        try (LoopbackServer server = start(newer)) {
            last(certificate(server.port())).attempt().run();

            assertThat(server.heardNext()).contains("CN=avnadmin: 18v0 3v8 00000000000000");
        }
    }

    @Test
    void aClusterWithoutABrokerDoesNotPass() throws Exception {
        try (LoopbackServer server =
                start(Map.of(API_VERSIONS, HEALTHY.get(API_VERSIONS), METADATA, "00000000 00000001"))) {
            assertThatIOException()
                    .isThrownBy(last(certificate(server.port())).attempt()::run)
                    .withMessage("The cluster has no broker yet.");
        }
    }

    @Test
    void aBrokerOfAnUnknownAgeDoesNotPass() throws Exception {
        try (LoopbackServer server = start(Map.of(API_VERSIONS, "0000 00000001 0003 0009 000d"))) {
            assertThatIOException()
                    .isThrownBy(last(certificate(server.port())).attempt()::run)
                    .withMessage("The broker speaks no version of Metadata that we know.");
        }
    }

    @Test
    void aRefusedPasswordSaysWhy() throws Exception {
        Map<Integer, String> refusing = Map.of(
                API_VERSIONS,
                HEALTHY.get(API_VERSIONS),
                SASL_HANDSHAKE,
                HEALTHY.get(SASL_HANDSHAKE),
                SASL_AUTHENTICATE,
                "003a 0009" + hex("who's he?") + "00000000");
        try (LoopbackServer server = start(refusing)) {
            ServiceProbe.Attempt login = new KafkaProbe()
                    .login(both(12691, server.port()), authority.ca(), authority.kafkaUser("alice", "canary-4711"))
                    .orElseThrow();

            assertThatIOException()
                    .isThrownBy(login::run)
                    .withMessage("The broker refused SaslAuthenticate of user 'alice' with error 58: who's he?");
        }
    }

    @Test
    void aServerThatHangsUpDoesNotPass() throws Exception {
        try (LoopbackServer server = start(Map.of())) {
            assertThatIOException()
                    .isThrownBy(last(certificate(server.port())).attempt()::run)
                    .withMessage("The server hung up after ApiVersions.");
        }
    }

    @Test
    void anotherProtocolDoesNotPass() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(socket -> {
            try (SSLSocket tls = tls(socket)) {
                tls.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                return String.valueOf(tls.getInputStream().read());
            }
        })) {
            assertThatIOException()
                    .isThrownBy(last(certificate(server.port())).attempt()::run)
                    .withMessage("The server answered ApiVersions with something that is not Kafka's protocol.");
        }
    }

    @Test
    void aServiceWithoutAListenerIsReported() {
        assertThatIllegalStateException()
                .isThrownBy(() -> steps(ServiceAnswer.of("kafka", "kafka", "startup-2")
                        .user(admin)
                        .build()))
                .withMessage("Service 'kafka' has no component 'kafka' in the API's answer. Look at it in the Aiven"
                        + " console.");
    }

    private Service certificate(int port) {
        return ServiceAnswer.of("kafka", "kafka", "startup-2")
                .listener("certificate", LoopbackServer.HOST, port, "project_ca")
                .user(admin)
                .build();
    }

    private Service both(int certificatePort, int saslPort) {
        return ServiceAnswer.of("kafka", "kafka", "startup-2")
                .listener("certificate", LoopbackServer.HOST, certificatePort, "project_ca")
                .listener("sasl", LoopbackServer.HOST, saslPort, "project_ca")
                .user(admin)
                .build();
    }

    private List<ServiceProbe.Step> steps(Service service) {
        return new KafkaProbe().steps(service, authority.ca());
    }

    private ServiceProbe.Step last(Service service) {
        List<ServiceProbe.Step> steps = steps(service);
        return steps.get(steps.size() - 1);
    }

    /** Hears who came, and of each request key, version and body. */
    private LoopbackServer start(Map<Integer, String> answers) throws IOException {
        return LoopbackServer.start(socket -> {
            try (SSLSocket tls = tls(socket)) {
                return peer(tls) + ":" + String.join("", converse(tls, answers));
            }
        });
    }

    private static String peer(SSLSocket tls) {
        try {
            return tls.getSession().getPeerPrincipal().getName();
        } catch (SSLPeerUnverifiedException noCertificate) {
            return "nobody";
        }
    }

    private SSLSocket tls(Socket socket) throws IOException {
        SSLSocket tls = (SSLSocket) authority
                .server(LoopbackServer.HOST)
                .getSocketFactory()
                .createSocket(socket, LoopbackServer.HOST, socket.getPort(), true);
        tls.setUseClientMode(false);
        tls.setWantClientAuth(true);
        tls.startHandshake();
        return tls;
    }

    private static List<String> converse(Socket socket, Map<Integer, String> answers) throws IOException {
        DataInputStream input = new DataInputStream(socket.getInputStream());
        List<String> heard = new ArrayList<>();
        try {
            while (true) {
                byte[] request = new byte[input.readInt()];
                input.readFully(request);
                DataInputStream fields = new DataInputStream(new ByteArrayInputStream(request));
                int key = fields.readShort();
                int version = fields.readShort();
                int correlation = fields.readInt();
                fields.skipNBytes(fields.readShort());
                String body = HexFormat.of().formatHex(fields.readAllBytes());
                heard.add(" " + key + "v" + version + (body.isEmpty() ? "" : " " + body));
                String answer = answers.get(key);
                if (answer == null) {
                    return heard;
                }
                byte[] bytes = HexFormat.of().parseHex(answer.replace(" ", ""));
                ByteArrayOutputStream frame = new ByteArrayOutputStream();
                DataOutputStream output = new DataOutputStream(frame);
                output.writeInt(Integer.BYTES + bytes.length);
                output.writeInt(correlation);
                output.write(bytes);
                socket.getOutputStream().write(frame.toByteArray());
            }
        } catch (EOFException end) {
            return heard;
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}

package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.aivenjunit.client.model.Service;
import io.github.aivenjunit.fixture.LoopbackServer;
import io.github.aivenjunit.fixture.ServiceAnswer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.readiness.Rung;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class PostgresProbeTests {

    /** PostgreSQL documentation, "Message Formats", SSLRequest: Int32(8), Int32(80877103). */
    private static final String SSL_REQUEST = "0000000804d2162f";

    private final TestAuthority authority = new TestAuthority("Project CA");
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

    @Test
    void withoutADriverTheLadderEndsWithTls() {
        assertThat(steps(12691)).extracting(ServiceProbe.Step::rung).containsExactly(Rung.DNS, Rung.TCP, Rung.TLS);
    }

    @Test
    void tlsPassesFromTheMomentTheServerOffersIt() throws Exception {
        BlockingQueue<Character> answers = new LinkedBlockingQueue<>(List.of('N', 'S'));
        try (LoopbackServer server = start(answers, authority.server(LoopbackServer.HOST))) {
            ServiceProbe.Attempt tls = tls(server);

            assertThatIOException().isThrownBy(tls::run).withMessage("The server does not offer TLS yet.");
            assertThat(server.heardNext()).contains("no handshake");
            tls.run();
            assertThat(server.heardNext()).contains("handshake");
        }
        assertThat(requests).containsExactly(SSL_REQUEST, SSL_REQUEST);
    }

    @Test
    void aServerThatHangsUpDoesNotPass() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(socket -> "nothing")) {
            assertThatExceptionOfType(IOException.class).isThrownBy(tls(server)::run);
        }
    }

    @Test
    void theCertificateIsTheProjects() throws Exception {
        BlockingQueue<Character> answers = new LinkedBlockingQueue<>(List.of('S'));
        TestAuthority other = new TestAuthority("Other CA");
        try (LoopbackServer server = start(answers, other.server(LoopbackServer.HOST))) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(tls(server)::run);
        }
    }

    private LoopbackServer start(BlockingQueue<Character> answers, SSLContext context) throws IOException {
        return LoopbackServer.start(socket -> {
            requests.add(HexFormat.of().formatHex(socket.getInputStream().readNBytes(8)));
            char answer = answers.remove();
            socket.getOutputStream().write(answer);
            return answer == 'S' ? LoopbackServer.shakeHands(socket, context) : "no handshake";
        });
    }

    private ServiceProbe.Attempt tls(LoopbackServer server) {
        return steps(server.port()).get(2).attempt();
    }

    private List<ServiceProbe.Step> steps(int port) {
        Service service =
                ServiceAnswer.postgres(LoopbackServer.HOST, port, "secret").build();
        return new PostgresProbe().steps(service, authority.ca());
    }
}

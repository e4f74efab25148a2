package io.github.aivenjunit.readiness.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.fixture.LoopbackServer;
import io.github.aivenjunit.fixture.TestAuthority;
import io.github.aivenjunit.readiness.Rung;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class NetworkStepsTests {

    private final TestAuthority authority = new TestAuthority("Project CA");

    @Test
    void aNameThatResolvesPasses() {
        ServiceProbe.Step step = NetworkSteps.dns(LoopbackServer.HOST);

        assertThat(step.rung()).isEqualTo(Rung.DNS);
        assertThatCode(step.attempt()::run).doesNotThrowAnyException();
    }

    @Test
    void aPortPassesFromTheMomentSomethingListens() throws Exception {
        int port;
        // Bound without listening: nobody else gets the port, and it refuses connections.
        try (Socket reserved = new Socket()) {
            reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            port = reserved.getLocalPort();
            ServiceProbe.Step step = NetworkSteps.tcp(LoopbackServer.HOST, port);
            assertThat(step.rung()).isEqualTo(Rung.TCP);
            assertThatExceptionOfType(ConnectException.class)
                    .isThrownBy(() -> step.attempt().run());
        }
        try (LoopbackServer server = LoopbackServer.startOn(port, NetworkStepsTests::untilTheClientHangsUp)) {
            NetworkSteps.tcp(LoopbackServer.HOST, port).attempt().run();

            assertThat(server.heardNext()).contains("nothing");
        }
    }

    @Test
    void aServerWithACertificateOfTheProjectPasses() throws Exception {
        try (LoopbackServer server = LoopbackServer.startTls(authority.server(LoopbackServer.HOST))) {
            ServiceProbe.Step step = tls(server, authority.ca());

            assertThat(step.rung()).isEqualTo(Rung.TLS);
            step.attempt().run();
            assertThat(server.heardNext()).contains("handshake");
        }
    }

    @Test
    void aServerWithACertificateOfAnotherAuthorityIsRefused() throws Exception {
        TestAuthority other = new TestAuthority("Other CA");
        try (LoopbackServer server = LoopbackServer.startTls(other.server(LoopbackServer.HOST))) {
            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() -> tls(server, authority.ca()).attempt().run())
                    .withMessageContaining("unable to find valid certification path");
        }
    }

    @Test
    void aServerWithACertificateForAnotherNameIsRefused() throws Exception {
        try (LoopbackServer server = LoopbackServer.startTls(authority.server("other.test"))) {
            assertThatExceptionOfType(SSLHandshakeException.class)
                    .isThrownBy(() -> tls(server, authority.ca()).attempt().run())
                    .havingCause()
                    .isInstanceOf(CertificateException.class)
                    .withMessageContaining(LoopbackServer.HOST);
        }
    }

    @Test
    void aServerThatHangsUpDoesNotPass() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(socket -> "nothing")) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> tls(server, authority.ca()).attempt().run());
        }
    }

    @Test
    void aServerWithoutTlsDoesNotPass() throws Exception {
        try (LoopbackServer server = LoopbackServer.start(socket -> {
            socket.getOutputStream().write("-ERR unknown command\r\n".getBytes(StandardCharsets.US_ASCII));
            return untilTheClientHangsUp(socket);
        })) {
            assertThatExceptionOfType(SSLException.class)
                    .isThrownBy(() -> tls(server, authority.ca()).attempt().run());
        }
    }

    private static ServiceProbe.Step tls(LoopbackServer server, CaCertificate ca) {
        return NetworkSteps.tls(LoopbackServer.HOST, server.port(), ca, socket -> {});
    }

    private static String untilTheClientHangsUp(Socket socket) throws IOException {
        int bytes = 0;
        while (socket.getInputStream().read() >= 0) {
            bytes++;
        }
        return bytes == 0 ? "nothing" : "something";
    }
}

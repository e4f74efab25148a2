package io.github.aivenjunit.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.aivenjunit.fixture.LoopbackServer;
import io.github.aivenjunit.fixture.TestAuthority;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Collections;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaCertificateTests {

    private final TestAuthority authority = new TestAuthority("Project CA");
    private final CaCertificate ca = authority.ca();

    @Test
    void thePemTextIsReadAndKept() {
        assertThat(ca.pem()).startsWith("-----BEGIN CERTIFICATE-----");
        assertThat(ca.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=Project CA");
        assertThat(CaCertificate.of(ca.pem()).certificate()).isEqualTo(ca.certificate());
        assertThat(ca).hasToString("CaCertificate[CN=Project CA]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void anythingElseIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CaCertificate.of(text))
                .withMessage(
                        "The project's CA certificate is not a PEM certificate. Pass the text from BEGIN CERTIFICATE to"
                                + " END CERTIFICATE.");
    }

    @Test
    void theTrustStoreHoldsThisCertificateAlone() throws Exception {
        KeyStore store = ca.trustStore();

        assertThat(Collections.list(store.aliases())).containsExactly("aiven-project-ca");
        assertThat(store.getCertificate("aiven-project-ca")).isEqualTo(ca.certificate());
    }

    @Test
    void everyTrustStoreIsANewOne() throws Exception {
        ca.trustStore().deleteEntry("aiven-project-ca");

        assertThat(ca.trustStore().containsAlias("aiven-project-ca")).isTrue();
    }

    @Test
    void theContextTrustsServersOfTheProject() throws Exception {
        try (LoopbackServer server = LoopbackServer.startTls(authority.server(LoopbackServer.HOST))) {
            sendOneByte(ca, server);

            assertThat(server.heardNext()).contains("handshake and data");
        }
    }

    @Test
    void theContextRefusesServersOfAnotherProject() throws Exception {
        CaCertificate other = new TestAuthority("Other CA").ca();
        try (LoopbackServer server = LoopbackServer.startTls(authority.server(LoopbackServer.HOST))) {
            assertThatExceptionOfType(SSLHandshakeException.class).isThrownBy(() -> sendOneByte(other, server));
        }
    }

    @Test
    void theContextTrustsWhatTheJvmTrusts(@TempDir Path directory) throws Exception {
        TestAuthority publicAuthority = new TestAuthority("Public CA");
        Path store = directory.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(store)) {
            publicAuthority.ca().trustStore().store(out, "changeit".toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", store.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
        try (LoopbackServer server = LoopbackServer.startTls(publicAuthority.server(LoopbackServer.HOST))) {
            sendOneByte(ca, server);

            assertThat(server.heardNext()).contains("handshake and data");
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }

    private static void sendOneByte(CaCertificate trusted, LoopbackServer server) throws IOException {
        try (Socket plain = new Socket(LoopbackServer.HOST, server.port());
                SSLSocket tls = (SSLSocket) trusted.sslContext()
                        .getSocketFactory()
                        .createSocket(plain, LoopbackServer.HOST, server.port(), true)) {
            tls.startHandshake();
            tls.getOutputStream().write(1);
        }
    }
}

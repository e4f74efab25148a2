package io.github.aivenjunit.readiness.internal;

import io.github.aivenjunit.connection.CaCertificate;
import io.github.aivenjunit.readiness.Rung;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** The rungs that every TCP service has. */
final class NetworkSteps {

    /** Long enough for another continent, short enough to try again soon. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private NetworkSteps() {}

    /** What a server wants to be told before it starts TLS. */
    @FunctionalInterface
    interface Preamble {
        void exchange(Socket plain) throws IOException;
    }

    static ServiceProbe.Step dns(String host) {
        return new ServiceProbe.Step(Rung.DNS, () -> InetAddress.getByName(host));
    }

    static ServiceProbe.Step tcp(String host, int port) {
        return new ServiceProbe.Step(Rung.TCP, () -> connect(host, port).close());
    }

    static ServiceProbe.Step tls(String host, int port, CaCertificate ca, Preamble preamble) {
        return new ServiceProbe.Step(
                Rung.TLS, () -> openTls(host, port, ca.sslContext(), preamble).close());
    }

    /** A connection on which certificate and host name are checked. */
    static Socket openTls(String host, int port, CaCertificate ca) throws IOException {
        return openTls(host, port, ca.sslContext(), socket -> {});
    }

    /** The same, after what the server wants to be told before. */
    static Socket openTls(String host, int port, CaCertificate ca, Preamble preamble) throws IOException {
        return openTls(host, port, ca.sslContext(), preamble);
    }

    /** The same with a context that also shows a client's certificate. */
    static Socket openTls(String host, int port, SSLContext context) throws IOException {
        return openTls(host, port, context, socket -> {});
    }

    private static Socket openTls(String host, int port, SSLContext context, Preamble preamble) throws IOException {
        Socket plain = connect(host, port);
        try {
            preamble.exchange(plain);
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return tls;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket connect(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout((int) CONNECT_TIMEOUT.toMillis());
            socket.connect(new InetSocketAddress(host, port), (int) CONNECT_TIMEOUT.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}

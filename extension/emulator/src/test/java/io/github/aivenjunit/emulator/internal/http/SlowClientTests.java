package io.github.aivenjunit.emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long a client may take for a request. */
class SlowClientTests {

    @Test
    void aRequestThatTakesTooLongEndsTheConnection() throws IOException {
        try (ServerSocket server = new LoopbackSockets(Duration.ofMillis(50)).createServerSocket();
                Socket client = connect(server);
                Socket accepted = server.accept()) {
            client.getOutputStream().write('P');
            InputStream input = accepted.getInputStream();
            assertThat(input.read()).isEqualTo('P');
            assertThat(thrownBy(input)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aRequestThatTricklesInEndsTheConnectionToo() throws IOException {
        try (ServerSocket server = new LoopbackSockets(Duration.ofNanos(1)).createServerSocket();
                Socket client = connect(server);
                Socket accepted = server.accept()) {
            client.getOutputStream().write("PO".getBytes(StandardCharsets.US_ASCII));
            InputStream input = accepted.getInputStream();
            assertThat(input.read()).isEqualTo('P');
            assertThat(thrownBy(input))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("The request came in too slowly.");
        }
    }

    @Test
    void anAnsweredConnectionMayBeIdle() throws IOException {
        try (ServerSocket server = new LoopbackSockets(Duration.ofSeconds(20)).createServerSocket();
                Socket client = connect(server);
                Socket accepted = server.accept()) {
            client.getOutputStream().write("PP".getBytes(StandardCharsets.US_ASCII));
            InputStream input = accepted.getInputStream();
            input.read();
            input.read();
            assertThat(accepted.getSoTimeout()).isPositive();
            accepted.getOutputStream().write('A');
            client.getOutputStream().write('P');
            assertThat(input.read()).isEqualTo('P');
            assertThat(accepted.getSoTimeout()).isZero();
        }
    }

    private static Throwable thrownBy(InputStream input) {
        try {
            throw new AssertionError("read " + input.read());
        } catch (IOException e) {
            return e;
        }
    }

    private static Socket connect(ServerSocket server) throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new Socket(server.getInetAddress(), server.getLocalPort());
    }
}

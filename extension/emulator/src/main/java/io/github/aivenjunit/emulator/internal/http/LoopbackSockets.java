package io.github.aivenjunit.emulator.internal.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import javax.net.ServerSocketFactory;

/**
 * Server sockets for small answers to many clients. Headers and body are written apart, and without TCP_NODELAY the
 * second waits 40 ms for the client's delayed acknowledgement of the first. The library's backlog of 50 would make the
 * 51st of a burst of connections wait a second for its next try. A request that comes in too slowly ends its connection.
 */
final class LoopbackSockets extends ServerSocketFactory {

    private static final int BACKLOG = 1024;
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

    private final Duration longestRequest;

    LoopbackSockets() {
        this(LONGEST_REQUEST);
    }

    /** With the time that a client has for sending a request. */
    LoopbackSockets(Duration longestRequest) {
        this.longestRequest = longestRequest;
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public void bind(SocketAddress address, int backlog) throws IOException {
                super.bind(address, Math.max(backlog, BACKLOG));
            }

            @Override
            public Socket accept() throws IOException {
                Socket client = new PatientSocket(longestRequest);
                implAccept(client);
                client.setTcpNoDelay(true);
                return client;
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, BACKLOG);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        ServerSocket socket = createServerSocket();
        socket.bind(new InetSocketAddress(address, port), backlog);
        return socket;
    }
}

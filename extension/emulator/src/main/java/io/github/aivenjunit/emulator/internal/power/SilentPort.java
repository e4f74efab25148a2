package io.github.aivenjunit.emulator.internal.power;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of this machine on which nothing listens, and which nobody else can take: bound, never listened on. Clients
 * are refused at once.
 */
final class SilentPort implements AutoCloseable {

    private final Socket socket;

    SilentPort() {
        socket = new Socket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("No port of this machine could be reserved. Free some ports.", e);
        }
    }

    int number() {
        return socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A reserved port could not be given back.", e);
        }
    }
}

package io.github.aivenjunit.emulator.internal.http;

import io.github.aivenjunit.emulator.engine.TlsIdentity;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where and how a server listens.
 *
 * @param port 0 for any that is free
 * @param tls the server's certificate; plain HTTP when empty
 */
public record Listening(InetAddress address, int port, Optional<TlsIdentity> tls) {

    /** On 127.0.0.1, without TLS. */
    public static Listening loopback(int port) {
        return new Listening(loopback(), port, Optional.empty());
    }

    /** The part of an address of the web under which clients on this machine reach it. */
    String host() {
        if (address.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        String host = address.getHostAddress();
        return address instanceof Inet6Address ? "[" + host.replaceFirst("%.*", "") + "]" : host;
    }

    /** 127.0.0.1, whatever the system prefers. */
    public static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Four bytes are no address.", impossible);
        }
    }
}

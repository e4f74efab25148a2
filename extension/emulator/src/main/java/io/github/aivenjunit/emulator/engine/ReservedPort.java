package io.github.aivenjunit.emulator.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A TCP port of the loopback address {@code 127.0.0.1} that stays one service's own until closed, also while its server
 * is not running. Thread-safe.
 *
 * <p>The port lies below the range from which the system serves outgoing connections, so nothing takes it by chance. The
 * UDP port of the same number is held open as its token: every emulator on this machine tries that first, whoever runs
 * it, and the system frees it with the JVM.
 */
public final class ReservedPort implements AutoCloseable {

    private static final Path EPHEMERAL_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    /** What macOS and the IANA reserve for outgoing connections; Linux says its own in {@link #EPHEMERAL_RANGE}. */
    private static final int IANA_EPHEMERAL = 49_152;

    private static final int LOWEST = 12_000;
    private static final int ATTEMPTS = 200;

    private final int number;
    private final DatagramSocket token;

    private ReservedPort(int number, DatagramSocket token) {
        this.number = number;
        this.token = token;
    }

    /**
     * Takes a port that nobody listens on.
     *
     * @throws IOException if no free port was found
     */
    public static ReservedPort reserve() throws IOException {
        return reserve(0);
    }

    /** Takes this port if nobody has it, else another one. 0 for none in particular. */
    static ReservedPort reserve(int preferred) throws IOException {
        InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        int end = firstEphemeralPort();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        IOException last = new IOException("nothing tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            InetSocketAddress address = new InetSocketAddress(
                    loopback, attempt == 0 && preferred > 0 ? preferred : LOWEST + random.nextInt(end - LOWEST));
            DatagramSocket token;
            try {
                token = new DatagramSocket(address);
            } catch (IOException taken) {
                last = taken;
                continue;
            }
            try (ServerSocket listener = new ServerSocket()) {
                listener.bind(address);
                return new ReservedPort(address.getPort(), token);
            } catch (IOException taken) {
                token.close();
                last = taken;
            }
        }
        throw new IOException(
                "No free port for a service was found between " + LOWEST + " and " + end + " after " + ATTEMPTS
                        + " attempts. Close programs that listen there.",
                last);
    }

    /** The port's number, between 1 and 65535. */
    public int number() {
        return number;
    }

    /** Lets others have the port. Idempotent. */
    @Override
    public void close() {
        token.close();
    }

    @Override
    public String toString() {
        return "ReservedPort[" + number + "]";
    }

    private static int firstEphemeralPort() {
        // A buffered reader, because the kernel gives this file's text to the first read only, whatever its size.
        try (BufferedReader range = Files.newBufferedReader(EPHEMERAL_RANGE)) {
            int first = Integer.parseInt(String.valueOf(range.readLine()).trim().split("\\s+", 2)[0]);
            // A machine tuned to use nearly all ports for outgoing connections leaves no range to choose from.
            return first >= LOWEST + 1_000 ? first : IANA_EPHEMERAL;
        } catch (IOException | NumberFormatException notLinux) {
            return IANA_EPHEMERAL;
        }
    }
}

package io.github.aivenjunit.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class ReservedPortTests {

    private static final Path RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    @Test
    void everyReservationIsAnotherPort() throws Exception {
        List<ReservedPort> ports = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                ports.add(ReservedPort.reserve());
            }
            assertThat(ports.stream().map(ReservedPort::number)).doesNotHaveDuplicates();
        } finally {
            ports.forEach(ReservedPort::close);
        }
    }

    @Test
    void aServerCanListenOnItsReservedPort() throws Exception {
        try (ReservedPort port = ReservedPort.reserve();
                ServerSocket server = new ServerSocket()) {
            assertThatCode(() -> server.bind(loopback(port.number()))).doesNotThrowAnyException();
        }
    }

    @Test
    void theTokenIsHeldUntilTheReservationIsClosed() throws Exception {
        ReservedPort port = ReservedPort.reserve();
        assertThatThrownBy(() -> new DatagramSocket(loopback(port.number()))).isInstanceOf(BindException.class);

        port.close();
        port.close();

        try (DatagramSocket token = new DatagramSocket(loopback(port.number()))) {
            assertThat(token.isBound()).isTrue();
        }
    }

    @Test
    @EnabledIf("saysItsRange")
    void noOutgoingConnectionCanTakeAReservedPort() throws Exception {
        try (BufferedReader range = Files.newBufferedReader(RANGE);
                ReservedPort port = ReservedPort.reserve()) {
            assertThat(port.number())
                    .isLessThan(Integer.parseInt(range.readLine().split("\\s", 2)[0]));
        }
    }

    /** Linux does; a machine tuned to use all ports for outgoing connections leaves nothing to hold. */
    static boolean saysItsRange() throws IOException {
        if (!Files.exists(RANGE)) {
            return false;
        }
        try (BufferedReader range = Files.newBufferedReader(RANGE)) {
            return Integer.parseInt(range.readLine().split("\\s", 2)[0]) >= 13_000;
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}

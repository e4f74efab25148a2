package io.github.aivenjunit.engine.mysql.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the words of the protocol that MySQL says and MariaDB does not, against a server with a script. */
class MySqlSessionTests {

    private static final byte[] OK = {0, 0, 0, 2, 0, 0, 0};
    private static final byte[] END = {(byte) 0xfe, 0, 0, 2, 0};
    private static final byte[] SWITCH =
            joined(new byte[] {(byte) 0xfe}, text("caching_sha2_password\0"), new byte[20], new byte[1]);

    @TempDir
    Path directory;

    private ServerSocketChannel listener;
    private ExecutorService thread;
    private Future<List<byte[]>> heard = CompletableFuture.completedFuture(List.of());

    @BeforeEach
    void listen() throws IOException {
        listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket()));
        thread = Executors.newSingleThreadExecutor();
    }

    @AfterEach
    void end() throws Exception {
        heard.get(30, TimeUnit.SECONDS);
        listener.close();
        thread.shutdownNow();
        assertThat(thread.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anEmptyPasswordIsGivenInTheWordsOfTheUsersPlugin() throws Exception {
        serve(List.of(greeting()), List.of(SWITCH), List.of(OK), List.of(OK), List.of(OK));

        try (MySqlSession session = MySqlSession.open(socket())) {
            assertThat(session.query("DO 1")).isEmpty();
        }

        List<byte[]> packets = heard.get(30, TimeUnit.SECONDS);
        assertThat(new String(packets.get(0), 32, packets.get(0).length - 32, StandardCharsets.US_ASCII))
                .isEqualTo("root\0\0mysql_native_password\0");
        assertThat(packets.get(1))
                .as("the empty password of caching_sha2_password")
                .containsExactly(0);
        assertThat(packets.get(3)).isEqualTo(text("\3DO 1"));
    }

    @Test
    void rowsAreReadWhateverTheirLength() throws Exception {
        String longText = "x".repeat(70_000);
        byte[] row = joined(
                new byte[] {1, 'a', (byte) 0xfb, (byte) 0xfc, 44, 1},
                text("y".repeat(300)),
                new byte[] {(byte) 0xfd, 0x70, 0x11, 1},
                text(longText));
        serve(
                List.of(greeting()),
                List.of(OK),
                List.of(OK),
                List.of(new byte[] {4}, text("c1"), text("c2"), text("c3"), text("c4"), END, row, END));

        try (MySqlSession session = MySqlSession.open(socket())) {
            assertThat(session.query("SELECT")).containsExactly(List.of("a", "", "y".repeat(300), longText));
        }
    }

    @Test
    void aRefusalBeforeTheLoginIsPassedOn() throws Exception {
        serve(List.of(joined(new byte[] {(byte) 0xff, 0x10, 4}, text("Too many connections"))));

        assertThatThrownBy(() -> MySqlSession.open(socket()))
                .isInstanceOf(MySqlException.class)
                .hasMessage("Too many connections (error 1040)");
    }

    @Test
    void anErrorOfAStatementLeavesTheSessionUsable() throws Exception {
        serve(
                List.of(greeting()),
                List.of(OK),
                List.of(OK),
                List.of(joined(new byte[] {(byte) 0xff, (byte) 0xef, 3}, text("#HY000Database exists"))),
                List.of(OK));

        try (MySqlSession session = MySqlSession.open(socket())) {
            assertThatThrownBy(() -> session.query("CREATE DATABASE x"))
                    .isInstanceOf(MySqlException.class)
                    .hasMessage("Database exists (error 1007)");
            assertThat(session.query("DO 1")).isEmpty();
        }
    }

    @Test
    void aServerThatHangsUpIsNoRefusal() throws Exception {
        serve(List.of());

        assertThatThrownBy(() -> MySqlSession.open(socket()))
                .isInstanceOf(EOFException.class)
                .hasMessage("MySQL closed a session. See the end of its log.");
    }

    private Path socket() {
        return directory.resolve("mysql.sock");
    }

    /** Sends the first packets, and after each packet of the client the next ones; what the client sent is heard. */
    @SafeVarargs
    private void serve(List<byte[]>... answers) {
        heard = thread.submit(() -> {
            byte[][] packets = new byte[answers.length - 1][];
            try (SocketChannel channel = listener.accept()) {
                OutputStream output = Channels.newOutputStream(channel);
                InputStream input = Channels.newInputStream(channel);
                send(output, answers[0], 0);
                for (int turn = 1; turn < answers.length; turn++) {
                    byte[] head = input.readNBytes(4);
                    packets[turn - 1] = input.readNBytes((head[0] & 0xff) | ((head[1] & 0xff) << 8));
                    send(output, answers[turn], head[3] + 1);
                }
            }
            return Collections.unmodifiableList(Arrays.asList(packets));
        });
    }

    private static void send(OutputStream output, List<byte[]> packets, int firstSequence) throws IOException {
        int sequence = firstSequence;
        for (byte[] packet : packets) {
            int length = packet.length;
            output.write(new byte[] {(byte) length, (byte) (length >> 8), (byte) (length >> 16), (byte) sequence++});
            output.write(packet);
        }
    }

    private static byte[] greeting() {
        return joined(
                new byte[] {10},
                text("8.4.3\0"),
                new byte[] {7, 0, 0, 0},
                text("12345678\0"),
                new byte[] {-1, -1, -1, 2, 0, -1, -1, 21},
                new byte[10],
                text("123456789012\0caching_sha2_password\0"));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}

package io.github.aivenjunit.engine.mysql.internal;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A session of the user root over the socket in the server's private directory, which needs no password and leaves the
 * JDBC driver to the user. Speaks version 10 of the client/server protocol: login, text queries, errors. Not
 * thread-safe.
 */
final class MySqlSession implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String USER = "root";
    /** Backslashes escape, whatever the service's own mode is; no statement may wait for a client's locks forever. */
    private static final String SETTINGS = "SET SESSION sql_mode = '', SESSION lock_wait_timeout = 20";

    /** Capabilities: long passwords, protocol 4.1, transactions, secure connection, authentication plugins. */
    private static final int CAPABILITIES = 0x1 | 0x200 | 0x2000 | 0x8000 | 0x80000;

    private static final int LONGEST_PACKET = 1 << 24;
    /** The collation utf8mb4_general_ci. */
    private static final int UTF8 = 45;

    private static final String NATIVE_PASSWORD = "mysql_native_password";
    private static final byte[] NOTHING = {};
    private static final byte[] ONE_NUL = {0};

    private static final int OK = 0x00;
    private static final int MORE = 0x01;
    private static final int END = 0xfe;
    private static final int ERROR = 0xff;
    /** The longest packet that {@link #END} begins as an end of rows and not as a value. */
    private static final int LONGEST_END = 9;

    private static final int COMMAND_QUIT = 0x01;
    private static final int COMMAND_QUERY = 0x03;

    private final SocketChannel channel;
    private final Selector selector;
    private ByteBuffer input =
            ByteBuffer.allocate(8_192).order(ByteOrder.LITTLE_ENDIAN).flip();
    private int sequence;

    private MySqlSession(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /**
     * Opens a session.
     *
     * @throws MySqlException if the server refuses it
     * @throws IOException if nobody listens at the socket
     */
    static MySqlSession open(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        Selector selector = null;
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            MySqlSession session = new MySqlSession(channel, selector);
            session.logIn();
            session.query(SETTINGS);
            return session;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            if (selector != null) {
                selector.close();
            }
            throw failure;
        }
    }

    /** Runs one statement and returns its rows; a null is an empty string. */
    List<List<String>> query(String statement) throws IOException {
        sequence = 0;
        byte[] sql = statement.getBytes(StandardCharsets.UTF_8);
        send(ByteBuffer.allocate(1 + sql.length)
                .put((byte) COMMAND_QUERY)
                .put(sql)
                .array());
        ByteBuffer answer = receive();
        if (first(answer) == OK) {
            return List.of();
        }
        long columns = length(answer);
        for (long definition = 0; definition <= columns; definition++) {
            receive();
        }
        List<List<String>> rows = new ArrayList<>();
        for (ByteBuffer row = receive(); !isEnd(row); row = receive()) {
            rows.add(row(row, columns));
        }
        return rows;
    }

    @Override
    public void close() {
        try (channel;
                selector) {
            sequence = 0;
            send(new byte[] {COMMAND_QUIT});
        } catch (IOException ignored) {
            // The server ends a session whose socket closes.
        }
    }

    private void logIn() throws IOException {
        receive();
        byte[] user = USER.getBytes(StandardCharsets.UTF_8);
        byte[] plugin = NATIVE_PASSWORD.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer login = ByteBuffer.allocate(32 + user.length + 2 + plugin.length + 1)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CAPABILITIES)
                .putInt(LONGEST_PACKET)
                .put((byte) UTF8)
                .position(32)
                .put(user)
                .position(32 + user.length + 2)
                .put(plugin);
        send(login.array());
        for (ByteBuffer answer = receive(); first(answer) != OK; answer = receive()) {
            if (first(answer) == END) {
                // An empty password, in the words of the plugin that the server asks for.
                send(saysNative(answer) ? NOTHING : ONE_NUL);
            } else if (first(answer) != MORE) {
                throw new IOException("The server does not speak MySQL's protocol on its private socket."
                        + " Check the program on the PATH.");
            }
        }
    }

    private static boolean saysNative(ByteBuffer change) {
        String text =
                StandardCharsets.US_ASCII.decode(change.duplicate().position(1)).toString();
        return text.startsWith(NATIVE_PASSWORD);
    }

    private static List<String> row(ByteBuffer packet, long columns) {
        List<String> row = new ArrayList<>();
        for (long column = 0; column < columns; column++) {
            byte[] value = new byte[(int) length(packet)];
            packet.get(value);
            row.add(new String(value, StandardCharsets.UTF_8));
        }
        return row;
    }

    /** A number of the protocol's own form; a null counts as no bytes. */
    private static long length(ByteBuffer packet) {
        int first = Byte.toUnsignedInt(packet.get());
        return switch (first) {
            case 0xfb -> 0;
            case 0xfc -> Short.toUnsignedInt(packet.getShort());
            case 0xfd -> Short.toUnsignedInt(packet.getShort()) | Byte.toUnsignedInt(packet.get()) << 16;
            case 0xfe -> packet.getLong();
            default -> first;
        };
    }

    private static int first(ByteBuffer packet) {
        return Byte.toUnsignedInt(packet.get(packet.position()));
    }

    private static boolean isEnd(ByteBuffer packet) {
        return first(packet) == END && packet.remaining() < LONGEST_END;
    }

    /** The content of the next packet, which is none of an error. */
    private ByteBuffer receive() throws IOException {
        require(4);
        int head = input.getInt();
        sequence = (head >>> 24) + 1;
        int length = head & 0xff_ffff;
        require(length);
        ByteBuffer packet = input.slice(input.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        input.position(input.position() + length);
        if (length == 0) {
            throw new IOException(
                    "The server sent an empty answer on its private socket." + " Check the program on the PATH.");
        }
        if (first(packet) == ERROR) {
            throw error(packet);
        }
        return packet;
    }

    private static MySqlException error(ByteBuffer packet) {
        int code = Short.toUnsignedInt(packet.getShort(1));
        String text = StandardCharsets.UTF_8
                .decode(packet.duplicate().position(Math.min(3, packet.limit())))
                .toString();
        // Before the login there is no state in front of the message.
        return new MySqlException((text.startsWith("#") ? text.substring(6) : text) + " (error " + code + ")");
    }

    private void send(byte[] content) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        packet.write(content.length);
        packet.write(content.length >> 8);
        packet.write(content.length >> 16);
        packet.write(sequence);
        packet.writeBytes(content);
        ByteBuffer bytes = ByteBuffer.wrap(packet.toByteArray());
        while (bytes.hasRemaining()) {
            // Statements are far smaller than the socket's buffer, so this does not spin.
            channel.write(bytes);
        }
    }

    /** Reads until that many bytes are there. A packet taken before stays valid until the next one. */
    private void require(int bytes) throws IOException {
        if (input.remaining() >= bytes) {
            return;
        }
        input = (bytes > input.capacity()
                ? ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN).put(input)
                : input.compact());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (input.position() < bytes) {
            int count = channel.read(input);
            if (count < 0) {
                throw new EOFException("MySQL closed a session. See the end of its log.");
            }
            if (count == 0) {
                await(deadline);
            }
        }
        input.flip();
    }

    private void await(long deadline) throws IOException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new IOException("MySQL did not answer within " + PATIENCE.toSeconds()
                    + " s. Look for what slows this machine down.");
        }
        selector.select(millis);
        selector.selectedKeys().clear();
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
    }
}

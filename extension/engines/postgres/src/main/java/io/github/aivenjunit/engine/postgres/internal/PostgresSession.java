package io.github.aivenjunit.engine.postgres.internal;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A superuser's session over the socket in the server's private directory, which needs no password and leaves the JDBC
 * driver to the user. Speaks version 3 of the protocol: start-up, simple query, errors. Not thread-safe.
 */
final class PostgresSession implements AutoCloseable {

    private static final int PROTOCOL = 3 << 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The statements hold passwords, so they must not be recorded; none may wait for a client's locks forever. */
    private static final String OPTIONS = "-c pg_stat_statements.track=none -c statement_timeout=25s";

    private final SocketChannel channel;
    private final Selector selector;
    private ByteBuffer input = ByteBuffer.allocate(8_192).flip();

    private PostgresSession(SocketChannel channel, Selector selector) {
        this.channel = channel;
        this.selector = selector;
    }

    /**
     * Opens a session.
     *
     * @throws PostgresException if the server refuses it
     * @throws IOException if nobody listens at the socket
     */
    static PostgresSession open(Path socket, String user, String database) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        Selector selector = null;
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.configureBlocking(false);
            selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
            PostgresSession session = new PostgresSession(channel, selector);
            session.start(user, database);
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
        byte[] sql = bytes(statement);
        send(ByteBuffer.allocate(1 + Integer.BYTES + sql.length)
                .put((byte) 'Q')
                .putInt(Integer.BYTES + sql.length)
                .put(sql));
        return untilReady();
    }

    @Override
    public void close() {
        try (channel;
                selector) {
            send(ByteBuffer.allocate(1 + Integer.BYTES).put((byte) 'X').putInt(Integer.BYTES));
        } catch (IOException ignored) {
            // The server ends a session whose socket closes.
        }
    }

    private void start(String user, String database) throws IOException {
        ByteArrayOutputStream settings = new ByteArrayOutputStream();
        for (String word :
                List.of("user", user, "database", database, "client_encoding", "UTF8", "options", OPTIONS, "")) {
            settings.writeBytes(bytes(word));
        }
        int length = 2 * Integer.BYTES + settings.size();
        send(ByteBuffer.allocate(length).putInt(length).putInt(PROTOCOL).put(settings.toByteArray()));
        untilReady();
    }

    private List<List<String>> untilReady() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        PostgresException error = null;
        while (true) {
            require(1 + Integer.BYTES);
            char type = (char) input.get();
            int length = input.getInt() - Integer.BYTES;
            require(length);
            ByteBuffer body = input.slice(input.position(), length);
            input.position(input.position() + length);
            switch (type) {
                case 'D' -> rows.add(row(body));
                case 'E' -> {
                    error = error(body, error);
                    if (error.isFatal()) {
                        throw error;
                    }
                }
                case 'R' -> {
                    if (body.getInt() != 0) {
                        throw new IOException("PostgreSQL asks for a password on its private socket."
                                + " Report it: its pg_hba.conf was changed.");
                    }
                }
                case 'Z' -> {
                    if (error != null) {
                        throw error;
                    }
                    return rows;
                }
                default -> {
                    // Parameters, notices, row descriptions and completions say nothing that matters here.
                }
            }
        }
    }

    private static List<String> row(ByteBuffer body) {
        List<String> row = new ArrayList<>();
        for (int columns = body.getShort(); columns > 0; columns--) {
            int length = body.getInt();
            byte[] value = new byte[Math.max(0, length)];
            body.get(value);
            row.add(new String(value, StandardCharsets.UTF_8));
        }
        return row;
    }

    private static PostgresException error(ByteBuffer body, @Nullable PostgresException earlier) {
        String severity = "";
        String state = "";
        String message = "no message";
        for (String field :
                StandardCharsets.UTF_8.decode(body.duplicate()).toString().split("\0", -1)) {
            if (field.startsWith("V")) {
                severity = field.substring(1);
            } else if (field.startsWith("C")) {
                state = field.substring(1);
            } else if (field.startsWith("M")) {
                message = field.substring(1);
            }
        }
        PostgresException error = new PostgresException(severity, state, message);
        if (earlier != null) {
            error.addSuppressed(earlier);
        }
        return error;
    }

    private void send(ByteBuffer message) throws IOException {
        message.flip();
        while (message.hasRemaining()) {
            // Statements are far smaller than the socket's buffer, so this does not spin.
            channel.write(message);
        }
    }

    /** Reads until that many bytes are there. */
    private void require(int bytes) throws IOException {
        if (input.remaining() >= bytes) {
            return;
        }
        input = (bytes > input.capacity() ? ByteBuffer.allocate(bytes).put(input) : input.compact());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (input.position() < bytes) {
            int count = channel.read(input);
            if (count < 0) {
                throw new EOFException("PostgreSQL closed a session. See the end of its log.");
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
            throw new IOException("PostgreSQL did not answer within " + PATIENCE.toSeconds()
                    + " s. Look for what slows this machine down.");
        }
        selector.select(millis);
        selector.selectedKeys().clear();
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
    }

    private static byte[] bytes(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.copyOf(utf8, utf8.length + 1);
    }
}

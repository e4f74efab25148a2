package io.github.aivenjunit.engine.postgres.internal.pool;

import io.github.aivenjunit.emulator.engine.ConnectionPool;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client of the pooler, from its first byte to its last. Its own thread negotiates, waits for a connection and then
 * carries what the server says; a second one carries what the client says.
 */
final class PooledClient implements Runnable {

    private static final Logger logger = LoggerFactory.getLogger(PooledClient.class);

    private static final int LOGIN_MILLIS = 30_000;
    /** PgBouncer's default of {@code query_wait_timeout}. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private static final int CHUNK = 16_384;

    private final Pooler pooler;
    private final Socket plain;
    private final Path server;
    private final Executor threads;
    private @Nullable SocketChannel channel;
    private boolean closed;

    PooledClient(Pooler pooler, Socket plain, Path server, Executor threads) {
        this.pooler = pooler;
        this.plain = plain;
        this.server = server;
        this.threads = threads;
    }

    @Override
    public void run() {
        try (plain) {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(LOGIN_MILLIS);
            negotiate();
        } catch (IOException | RejectedExecutionException lost) {
            logger.trace("A pooled connection ended", lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            close();
            pooler.ended(this);
        }
    }

    /** Cuts the connection on both sides. */
    synchronized void close() {
        closed = true;
        try {
            plain.close();
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            logger.debug("A pooled connection did not close", e);
        }
    }

    private void negotiate() throws IOException, InterruptedException {
        Startup first = Startup.read(new DataInputStream(plain.getInputStream()));
        if (first.code() == Startup.GSS_REQUEST) {
            plain.getOutputStream().write('N');
            first = Startup.read(new DataInputStream(plain.getInputStream()));
        }
        if (first.code() != Startup.SSL_REQUEST) {
            answer(plain, first, false);
            return;
        }
        plain.getOutputStream().write('S');
        try (Socket encrypted = pooler.tls().negotiate(plain)) {
            answer(encrypted, Startup.read(new DataInputStream(encrypted.getInputStream())), true);
        }
    }

    private void answer(Socket socket, Startup startup, boolean encrypted) throws IOException, InterruptedException {
        if (startup.code() == Startup.CANCEL_REQUEST) {
            cancel(startup);
            return;
        }
        try {
            if (!encrypted) {
                throw new ClientRefusedException("08P01", "SSL required");
            }
            connect(socket, startup);
        } catch (ClientRefusedException refusal) {
            OutputStream output = socket.getOutputStream();
            output.write(refusal.message());
            output.flush();
        }
    }

    /** The client has the server's own key for this from its login. */
    private void cancel(Startup request) throws IOException {
        try (SocketChannel session = SocketChannel.open(UnixDomainSocketAddress.of(server))) {
            write(request.packet(), session);
            // The server closes when it has done so, and the client waits for that.
            session.read(ByteBuffer.allocate(1));
        }
    }

    private void connect(Socket socket, Startup startup)
            throws IOException, InterruptedException, ClientRefusedException {
        Map<String, String> settings = startup.settings();
        String userBytes = settings.getOrDefault("user", "");
        String user = Startup.text(userBytes);
        String name = Startup.text(settings.getOrDefault("database", userBytes));
        if (user.isEmpty()) {
            throw new ClientRefusedException("08P01", "no username supplied");
        }
        if (user.equals(pooler.superuser())) {
            throw new ClientRefusedException("28P01", "password authentication failed for user \"" + user + "\"");
        }
        Pool pool = pooler.find(name).orElseThrow(() -> ClientRefusedException.unknownPool(name));
        ConnectionPool admitted = pool.admit(this, user, LONGEST_WAIT)
                .orElseThrow(() -> new ClientRefusedException("08P01", "query_wait_timeout"));
        try (SocketChannel session = open()) {
            settings.put("database", Startup.bytes(admitted.database()));
            write(startup.with(settings).packet(), session);
            relay(socket, session);
        } finally {
            pool.leave(this);
        }
    }

    private SocketChannel open() throws IOException, ClientRefusedException {
        SocketChannel opened;
        try {
            opened = SocketChannel.open(UnixDomainSocketAddress.of(server));
        } catch (IOException notRunning) {
            logger.debug("The pooler does not reach its server", notRunning);
            throw new ClientRefusedException("08006", "the server behind the pooler is not running");
        }
        synchronized (this) {
            channel = opened;
            if (closed) {
                opened.close();
            }
        }
        return opened;
    }

    private void relay(Socket socket, SocketChannel session) throws IOException {
        socket.setSoTimeout(0);
        InputStream input = socket.getInputStream();
        threads.execute(() -> carryRequests(input, session));
        OutputStream output = socket.getOutputStream();
        byte[] chunk = new byte[CHUNK];
        // Not through the channel's stream, which would let only one direction move at a time.
        for (int count = read(session, chunk); count >= 0; count = read(session, chunk)) {
            output.write(chunk, 0, count);
            output.flush();
        }
    }

    private static void carryRequests(InputStream input, SocketChannel session) {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = input.read(chunk); count >= 0; count = input.read(chunk)) {
                try {
                    write(ByteBuffer.wrap(chunk, 0, count), session);
                } catch (IOException serverGone) {
                    // Its last words are still on their way to the client.
                    return;
                }
            }
        } catch (IOException clientGone) {
            logger.trace("A pooled client left", clientGone);
        }
        try {
            session.close();
        } catch (IOException e) {
            logger.debug("A server's session did not close", e);
        }
    }

    private static int read(SocketChannel from, byte[] chunk) throws IOException {
        return from.read(ByteBuffer.wrap(chunk));
    }

    private static void write(ByteBuffer bytes, SocketChannel to) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }
}

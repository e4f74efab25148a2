package io.github.aivenjunit.engine.opensearch.internal;

import io.github.aivenjunit.engine.opensearch.internal.wire.Answer;
import io.github.aivenjunit.engine.opensearch.internal.wire.UserTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The line to one node's process, whose life hangs on it. All traffic runs on a thread of its own, because an interrupt
 * would close the channel of the thread that it meets. Thread-safe.
 */
final class NodeConnection implements AutoCloseable {

    private final ServerSocketChannel listener;
    private final ThreadPoolExecutor thread;
    private volatile @Nullable Line line;

    private NodeConnection(ServerSocketChannel listener) {
        this.listener = listener;
        this.thread = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread made = new Thread(task, "aiven-junit opensearch orders");
            made.setDaemon(true);
            return made;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /** Waits for the node's process in its directory, where nobody else may go. */
    static NodeConnection listen(Path directory) throws IOException {
        Path socket = directory.resolve("control");
        Files.deleteIfExists(socket);
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(socket));
            return new NodeConnection(listener);
        } catch (IOException failure) {
            listener.close();
            throw failure;
        }
    }

    /** Sends a table. The future fails with an {@link IOException} when the process ends before it answers. */
    Future<Answer> send(UserTable table) {
        Callable<Answer> exchange = () -> exchange(table);
        return thread.submit(exchange);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            listener.close();
            Line open = line;
            if (open != null) {
                open.channel().close();
            }
        } catch (IOException alreadyGone) {
            // The process is gone or will be killed.
        }
    }

    private Answer exchange(UserTable table) throws IOException {
        Line open = line;
        if (open == null) {
            open = Line.over(listener.accept());
            line = open;
            listener.close();
        }
        table.write(open.channel());
        return Answer.read(open.input());
    }

    private record Line(SocketChannel channel, BufferedReader input) {

        static Line over(SocketChannel channel) {
            return new Line(
                    channel,
                    new BufferedReader(
                            new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8)));
        }
    }
}
